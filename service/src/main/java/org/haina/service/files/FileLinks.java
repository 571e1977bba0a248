package org.haina.service.files;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which case or draft a file belongs to; the features that own those decide from it who may see the file. */
@Service
public class FileLinks {

    private final JdbcClient jdbc;

    FileLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a file to a case.
     *
     * @param owner who brought the file: nobody can attach another's
     * @return false if there is no such file of this owner, or it is in quarantine
     */
    @Transactional
    public boolean toCase(FileId file, CaseNumber number, FileOwner owner) {
        return toCase(Set.of(file), number, owner);
    }

    /**
     * As {@link #toCase(FileId, CaseNumber, FileOwner)}, in one statement.
     *
     * @return false if one of them is no file of this owner, or is in quarantine: the caller then rolls back
     */
    @Transactional
    public boolean toCase(Set<FileId> files, CaseNumber number, FileOwner owner) {
        int claimed = jdbc.sql(
                        """
                        with claimed as (
                          update stored_file set linked = true
                          where id in (:ids) and owner = :owner and scan_state <> 'quarantined'
                          returning id),
                        linked as (
                          insert into file_link (file_id, case_number)
                          select id, :number from claimed where (select count(*) from claimed) = :wanted
                          on conflict do nothing)
                        select count(*) from claimed
                        """)
                .param("ids", files.stream().map(FileId::value).sorted().toList())
                .param("owner", owner.value())
                .param("number", number.value())
                .param("wanted", files.size())
                .query(Integer.class)
                .single();
        return claimed == files.size();
    }

    /** Puts files of one case into another that goes on with it; what is no file of the first is left out. */
    @Transactional
    public void carry(Set<FileId> files, CaseNumber from, CaseNumber to) {
        jdbc.sql(
                        """
                        insert into file_link (file_id, case_number)
                        select file_id, :to from file_link where case_number = :from and file_id = any(:ids)
                        on conflict do nothing
                        """)
                .param("to", to.value())
                .param("from", from.value())
                .param("ids", files.stream().map(FileId::value).toArray(UUID[]::new))
                .update();
    }

    /** As {@link #toCase(FileId, CaseNumber, FileOwner)} for a draft. */
    @Transactional
    public boolean toApplication(FileId file, UUID application, FileOwner owner) {
        return claim(file, owner)
                && insert(
                        "insert into file_link (file_id, application_id) values (?, ?) on conflict do nothing",
                        file,
                        application);
    }

    /** Lets go of all files of a draft that is thrown away; those used nowhere else are removed a day after upload. */
    @Transactional
    public void releaseApplication(UUID application) {
        List<UUID> files = jdbc.sql("delete from file_link where application_id = ? returning file_id")
                .param(application)
                .query(UUID.class)
                .list();
        files.forEach(file -> release(new FileId(file)));
    }

    /** Takes one file out of a draft. */
    @Transactional
    public void releaseFromApplication(FileId file, UUID application) {
        jdbc.sql("delete from file_link where file_id = ? and application_id = ?")
                .params(file.value(), application)
                .update();
        release(file);
    }

    /** The files of a case, in the order they came. */
    public List<FileId> ofCase(CaseNumber number) {
        return jdbc
                .sql("select file_id from file_link where case_number = ? order by linked_at, file_id")
                .param(number.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(FileId::new)
                .toList();
    }

    /** The cases a file belongs to. */
    public List<CaseNumber> casesOf(FileId file) {
        return jdbc
                .sql("select case_number from file_link where file_id = ? and case_number is not null")
                .param(file.value())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    /** The drafts a file belongs to. */
    public List<UUID> applicationsOf(FileId file) {
        return jdbc.sql("select application_id from file_link where file_id = ? and application_id is not null")
                .param(file.value())
                .query(UUID.class)
                .list();
    }

    /** Locks the row, so that the removal of unused files and this exclude each other. */
    private boolean claim(FileId file, FileOwner owner) {
        return jdbc.sql(
                                """
                                update stored_file set linked = true
                                where id = ? and owner = ? and scan_state <> 'quarantined'
                                """)
                        .params(file.value(), owner.value())
                        .update()
                == 1;
    }

    private boolean insert(String sql, FileId file, Object target) {
        jdbc.sql(sql).params(file.value(), target).update();
        return true;
    }

    private void release(FileId file) {
        jdbc.sql(
                        """
                        update stored_file set linked = false
                        where id = ? and not exists (select 1 from file_link where file_id = stored_file.id)
                        """)
                .param(file.value())
                .update();
    }
}
