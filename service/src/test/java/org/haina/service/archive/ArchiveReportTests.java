package org.haina.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.haina.service.ServiceTest;
import org.haina.service.archive.ArchiveFinding.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the doctor is told. What is changed is put back, because all tests share one database. */
@ServiceTest
class ArchiveReportTests {

    @Autowired
    PackedCases packed;

    @Autowired
    CaseArchives archives;

    @Autowired
    ArchiveQueue queue;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Test
    void exchanged_packages_are_findings_of_both_cases() {
        Edition one = packed.packed(packed.withdrawn(), 1);
        Edition other = packed.packed(packed.withdrawn(), 1);
        assertThat(archives.verify(Integer.MAX_VALUE).findings()).isEmpty();

        point(one, other.file().value());
        point(other, one.file().value());
        try {
            CaseArchives.Report report = archives.verify(Integer.MAX_VALUE);

            assertThat(report.checked()).isGreaterThan(1);
            assertThat(report.findings())
                    .contains(
                            new ArchiveFinding(one.number(), 1, Kind.FOREIGN, "index.json"),
                            new ArchiveFinding(other.number(), 1, Kind.INDEX, "index.json"));
        } finally {
            point(one, one.file().value());
            point(other, other.file().value());
        }
        assertThat(archives.verify(1).checked()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_packed_again_and_again_is_named() {
        var number = packed.withdrawn();
        queue.putOff(number, "TooLargePackageException");
        queue.putOff(number, "TooLargePackageException");
        assertThat(archives.verify(0).stuck()).doesNotContainKey(number);

        queue.putOff(number, "TooLargePackageException");
        assertThat(archives.verify(0).stuck()).containsEntry(number, "TooLargePackageException");

        packed.packed(number, 1);
        assertThat(archives.verify(0).stuck()).doesNotContainKey(number);
    }

    private void point(Edition edition, UUID file) {
        assertThat(new JdbcTemplate(owner)
                        .update(
                                "update case_archive set file_id = ? where case_number = ?",
                                file,
                                edition.number().value()))
                .isEqualTo(1);
    }
}
