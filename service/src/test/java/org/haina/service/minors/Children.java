package org.haina.service.minors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Children nobody else uses, each with a guardian of its own. */
@Lazy
@Component
public class Children {

    static final ItemKey ITEM = new ItemKey("enrolment-deferral");
    static final String ILLNESS = "骨折手术后需要卧床休养，医院建议休学。";
    static final String SCHOOL = "海纳示例实验小学";

    private static final AtomicInteger ORDER = new AtomicInteger(100);

    private final Filing filing;
    private final Parties parties;
    private final Mandates mandates;
    private final Submissions submissions;
    private final GuardianConsents consents;
    private final Catalog catalog;
    private final ObjectMapper json;
    private final MovableClock time;

    Children(
            Filing filing,
            Parties parties,
            Mandates mandates,
            Submissions submissions,
            GuardianConsents consents,
            Catalog catalog,
            ObjectMapper json,
            MovableClock time) {
        this.filing = filing;
        this.parties = parties;
        this.mandates = mandates;
        this.submissions = submissions;
        this.consents = consents;
        this.catalog = catalog;
        this.json = json;
        this.time = time;
    }

    /** A child and who stands up for it. */
    public record Family(Citizen guardian, String guardianName, PartyId child, String childNumber, LocalDate born) {}

    /** A child that is so many years and days old today. */
    public Family aged(int years, int days) {
        Family family = strangers(LocalDate.now(time).minusYears(years).minusDays(days));
        entrust(family, Mandate.Kind.GUARDIAN);
        return family;
    }

    /** The two of them without anything that ties them together. */
    Family strangers(LocalDate born) {
        TestPerson guardian = TestPerson.unknown();
        String number = TestPerson.idNumber(born, ORDER.getAndIncrement());
        return new Family(
                filing.citizen(guardian), guardian.name(), parties.record("111", number, "王示童"), number, born);
    }

    void entrust(Family family, Mandate.Kind kind) {
        mandates.grant(
                Mandate.of(
                        kind,
                        family.guardian().party(),
                        family.child(),
                        Optional.empty(),
                        family.born(),
                        family.born().plusYears(18).minusDays(1),
                        "人口库亲子关系核验"),
                "test");
    }

    ObjectNode answers(Family family) {
        return json.createObjectNode()
                .put("idType", "111")
                .put("name", "王示童")
                .put("idNumber", family.childNumber())
                .put("birthDate", family.born().toString())
                .put("kind", "suspension")
                .put("district", "310101")
                .put("school", SCHOOL)
                .put("grade", "2")
                .put("startsOn", "2026-12-01")
                .put("endsOn", "2027-06-30")
                .put("condition", ILLNESS)
                .put("hospital", "海纳示范儿童医院")
                .put("diagnosedOn", "2026-11-20")
                .put("relation", "mother")
                .put("phone", "13900000001")
                .put("electronicService", true)
                .put("truthDeclared", true);
    }

    SuppliedMaterial certificate(Family family) {
        return new SuppliedMaterial(
                "hospital-certificate",
                SuppliedMaterial.Source.UPLOAD,
                filing.upload(family.guardian(), "hospital-certificate"));
    }

    /** Hash of what the guardian of this item consents to. */
    String consent() {
        return consents.offered(catalog.current(ITEM)).orElseThrow().hash();
    }

    /** A received case of a child of seven. */
    CaseNumber filed() {
        return filed(aged(7, 30));
    }

    public CaseNumber filed(Family family) {
        SubmissionOutcome outcome = submissions.submit(new Submission(
                        family.guardian(),
                        ITEM,
                        family.child(),
                        Optional.of(family.guardian().party()),
                        Channel.WEB,
                        UUID.randomUUID().toString(),
                        answers(family),
                        List.of(certificate(family)))
                .consenting(Optional.of(consent())));
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Accepted.class);
        return ((SubmissionOutcome.Accepted) outcome).number();
    }
}
