package org.haina.service.issuance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.processes.AfterGrant.Renewal;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Licences as they stand, for whoever follows them after the grant. Reads the view {@code licence}. */
@Repository
public class Licences {

    private final JdbcClient jdbc;
    private final AmendedLicences amended;

    Licences(JdbcClient jdbc, AmendedLicences amended) {
        this.jdbc = jdbc;
        this.amended = amended;
    }

    /** The question of an item that renews licences which asks for the number; empty for all other items. */
    public Optional<String> numberField(ItemVersion item) {
        return Optional.ofNullable(item.definition().renewal())
                .flatMap(renewal -> amended.amending(item))
                .flatMap(form -> form.definition().number().carriedField());
    }

    /** The licence that an application asks to renew, if it is this holder's; its last day may have passed. */
    public Optional<Licence> asked(ItemVersion item, ObjectNode data, PartyId holder) {
        Renewal renewal = item.definition().renewal();
        return renewal == null
                ? Optional.empty()
                : numberField(item)
                        .flatMap(field ->
                                find(holder, renewal.item(), data.path(field).asText()));
    }

    /** All cases that have issued an edition of it, the first at the beginning. */
    public List<CaseNumber> cases(Licence licence) {
        return jdbc.sql(
                        "select case_number from certificate where title = :title and number = :number order by edition")
                .param("title", licence.title())
                .param("number", licence.number())
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .list();
    }

    /** Those of one holder that an item has granted, by number. */
    public List<Licence> of(PartyId holder, String item) {
        return jdbc.sql("select * from licence where holder_id = :holder and item = :item order by number")
                .param("holder", holder.value())
                .param("item", item)
                .query((row, n) -> read(row))
                .list();
    }

    /** The one of this number, if it is this holder's and the item has granted it. */
    public Optional<Licence> find(PartyId holder, String item, String number) {
        return jdbc.sql("select * from licence where number = :number and holder_id = :holder and item = :item")
                .param("number", number)
                .param("holder", holder.value())
                .param("item", item)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The one that a case has granted, whoever has issued its latest edition; empty once it has ended. */
    public Optional<Licence> grantedBy(CaseNumber number) {
        return jdbc.sql(
                        """
                        select l.* from certificate c join licence l on l.title = c.title and l.number = c.number
                        where c.case_number = :case
                        """)
                .param("case", number.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Keeps it as it is until the transaction ends: of two who ask for the same the second sees what the first did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Licence licence) {
        jdbc.sql("select id from certificate where id = :id for update")
                .param("id", licence.edition())
                .query(UUID.class)
                .single();
    }

    /** The holder is told that its last day is near. False if he has been. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tell(Licence licence) {
        return jdbc.sql("update certificate set told = true where id = :id and not told")
                        .param("id", licence.edition())
                        .update()
                == 1;
    }

    /** Its yearly check is opened, and none is due before that one is done. False if somebody else has opened it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean beginCheck(Licence licence) {
        return checked(licence.title(), licence.number(), null, "and c.next_check is not null");
    }

    /** Its yearly check is done: the next is that of the given year. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void nextCheck(String title, String number, int year) {
        checked(title, number, year, "");
    }

    /** On all editions, which are locked in one order: whichever holds next, the day does not get lost. */
    private boolean checked(String title, String number, @Nullable Integer year, String only) {
        return jdbc.sql("with line as (select id from certificate where title = :title and number = :number"
                                + " order by id for update)"
                                + " update certificate c set next_check = :year::int from line where c.id = line.id "
                                + only)
                        .param("title", title)
                        .param("number", number)
                        .param("year", year, Types.INTEGER)
                        .update()
                > 0;
    }

    /** A row of the view. */
    public static Licence read(ResultSet row) throws SQLException {
        return new Licence(
                row.getObject("edition_id", UUID.class),
                new CaseNumber(row.getString("issued_by")),
                new CaseNumber(row.getString("granted_by")),
                row.getString("item"),
                row.getString("title"),
                row.getString("number"),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                new PartyId(row.getObject("holder_id", UUID.class)),
                Optional.ofNullable(row.getObject("agent_id", UUID.class)).map(PartyId::new));
    }
}
