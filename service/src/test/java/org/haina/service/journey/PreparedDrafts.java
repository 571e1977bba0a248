package org.haina.service.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.closing.Withdrawals;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.files.UploadOutcome;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.uploads.FileRules;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What account {@code guardian.one} has filled in to the end and not yet handed in; nothing of it stands afterwards. */
@Lazy
@Component
class PreparedDrafts {

    static final String ACCOUNT = "guardian.one";

    private static final ItemKey ITEM = new ItemKey("teacher-qualification");
    private static final String NAME = "王示范";
    private static final String ID_NUMBER = "319999199002181064";

    private final Parties parties;
    private final Files files;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Withdrawals withdrawals;
    private final Cases cases;
    private final Catalog catalog;
    private final JdbcClient jdbc;

    PreparedDrafts(
            Parties parties,
            Files files,
            Drafts drafts,
            Submissions submissions,
            Withdrawals withdrawals,
            Cases cases,
            Catalog catalog,
            JdbcClient jdbc) {
        this.parties = parties;
        this.files = files;
        this.drafts = drafts;
        this.submissions = submissions;
        this.withdrawals = withdrawals;
        this.cases = cases;
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    private PartyId party() {
        return parties.recordCitizen("111", ID_NUMBER, NAME);
    }

    private Citizen citizen() {
        return SignedIn.citizen(party());
    }

    UUID begun() {
        return drafts.begin(party(), catalog.current(ITEM), answers(), pieces()).id();
    }

    Draft get(UUID id) {
        return drafts.get(id, party());
    }

    CaseNumber filed() {
        SubmissionOutcome outcome = submissions.submit(new Submission(
                citizen(),
                ITEM,
                party(),
                Optional.empty(),
                Channel.WEB,
                UUID.randomUUID().toString(),
                answers(),
                pieces()));
        return ((SubmissionOutcome.Accepted) outcome).number();
    }

    /** Cases that stand. */
    List<CaseNumber> cases() {
        return jdbc
                .sql("select number from case_file where applicant_id = :party and status <> 'WITHDRAWN'")
                .param("party", party().value())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    void clear() {
        drafts.open(party()).forEach(draft -> drafts.discard(draft.id(), party()));
        cases().stream()
                .filter(number -> cases.get(number).status() == CaseStatus.RECEIVED)
                .forEach(number -> withdrawals.withdraw(number, citizen(), ""));
    }

    private static ObjectNode answers() {
        return TestPerson.unknown()
                .application()
                .put("name", NAME)
                .put("idNumber", ID_NUMBER)
                .put("sex", "2")
                .put("birthDate", "1990-02-18");
    }

    private List<SuppliedMaterial> pieces() {
        byte[] photo = DemoCitizen.TWO.photo().buffer;
        return Stream.of("photo", "exam-certificate", "diploma", "identity", "mandarin")
                .map(key -> new SuppliedMaterial(key, SuppliedMaterial.Source.UPLOAD, upload(photo)))
                .toList();
    }

    private String upload(byte[] photo) {
        try {
            UploadOutcome outcome = files.accept(
                    "照片.jpg", new ByteArrayInputStream(photo), FileRules.WIDEST, FileOwner.of(citizen()), "material");
            return ((UploadOutcome.Kept) outcome).file().id().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
