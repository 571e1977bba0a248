package org.haina.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.closing.Withdrawals;
import org.haina.service.documents.DocumentPrinter;
import org.haina.service.documents.Documents;
import org.haina.service.files.Files;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** Cases brought to their end and packed, by the service's own sweep. */
@Lazy
@Component
class PackedCases {

    private final Filing filing;
    private final Cases cases;
    private final Withdrawals withdrawals;
    private final SandboxServer sandbox;
    private final Editions editions;
    private final ArchiveSweep sweep;
    private final Documents documents;
    private final DocumentPrinter printer;
    private final Packing packing;
    private final Files files;
    private final JdbcClient jdbc;
    private final TestDesk desk;

    PackedCases(
            MockMvc web,
            ObjectMapper json,
            Filing filing,
            Cases cases,
            Withdrawals withdrawals,
            SandboxServer sandbox,
            Editions editions,
            ArchiveSweep sweep,
            Documents documents,
            DocumentPrinter printer,
            Packing packing,
            Files files,
            JdbcClient jdbc) {
        this.filing = filing;
        this.cases = cases;
        this.withdrawals = withdrawals;
        this.sandbox = sandbox;
        this.editions = editions;
        this.sweep = sweep;
        this.documents = documents;
        this.printer = printer;
        this.packing = packing;
        this.files = files;
        this.jdbc = jdbc;
        this.desk = new TestDesk(web, json, filing, cases);
    }

    /** Granted, with a certificate that the store has. */
    CaseNumber granted(TestPerson person) throws Exception {
        CaseNumber number = desk.decided(person.admit(sandbox), "granted");
        desk.await(number, CaseStatus.GRANTED);
        return number;
    }

    /** Not looked at yet. */
    CaseNumber received() {
        return filing.filed(TestPerson.unknown());
    }

    /** The shortest way to an end. */
    CaseNumber withdrawn() {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        withdrawals.withdraw(number, filing.citizen(person), "改为申请初级中学教师资格");
        return number;
    }

    /** Packed by the sweep, when everything that it waits for has come; its own papers do not queue behind others'. */
    Edition packed(CaseNumber number, int edition) {
        TestDesk.await("edition " + edition + " of " + number, 180, () -> {
            jdbc.sql("update case_archive_due set next_at = now() - interval '1 day' where case_number = :number")
                    .param("number", number.value())
                    .update();
            documents.of(number).forEach(document -> printer.file(document.id()));
            sweep.run();
            return editions.find(number, edition).isPresent();
        });
        return editions.find(number, edition).orElseThrow();
    }

    /** One look at this very case, and how many packages it has then. */
    int look(CaseNumber number) {
        packing.pack(number);
        return editions.of(number).size();
    }

    byte[] zip(Edition edition) {
        byte[] content = files.open(edition.file()).orElseThrow();
        assertThat(content).isNotEmpty();
        return content;
    }
}
