package org.haina.service.journey;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.Steering;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.credit.CreditStandings;
import org.haina.service.intake.Corrections;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People with and without an entry of lost trust, and what is asked about them. */
@Lazy
@Component
class TrustCases {

    static final String CREDIT = "credit";

    private final MockMvc web;
    private final Filing filing;
    private final Parties parties;
    private final Mandates mandates;
    private final Clock clock;
    private final Cases cases;
    private final WorkItems items;
    private final Corrections corrections;
    private final OutboundLedger ledger;
    private final SandboxServer sandbox;
    private final JdbcClient jdbc;
    private final CreditStandings standings;

    TrustCases(
            MockMvc web,
            Filing filing,
            Parties parties,
            Mandates mandates,
            Clock clock,
            Cases cases,
            WorkItems items,
            Corrections corrections,
            OutboundLedger ledger,
            SandboxServer sandbox,
            JdbcClient jdbc,
            CreditStandings standings) {
        this.web = web;
        this.filing = filing;
        this.parties = parties;
        this.mandates = mandates;
        this.clock = clock;
        this.cases = cases;
        this.items = items;
        this.corrections = corrections;
        this.ledger = ledger;
        this.sandbox = sandbox;
        this.jdbc = jdbc;
        this.standings = standings;
    }

    /** Nobody has answered about this case for as long as anybody waits. */
    CaseNumber silent(CaseNumber number) {
        TestDesk.await("silence", () -> {
            jdbc.sql("update outbound set give_up_at = now() where case_number = :number and give_up_at > now()"
                            + " and last_error is not null")
                    .param("number", number.value())
                    .update();
            return standings.asksAPerson(number);
        });
        return number;
    }

    /** The authority is back, and the question that was never given up gets its answer. */
    void answeredLate(Steering register, CaseNumber number) {
        register.to("ok");
        TestDesk.await("a late answer", () -> {
            asked(number).stream()
                    .filter(entry -> entry.doneAt() == null)
                    .forEach(entry -> ledger.retry(
                            entry.id(), SignedIn.city(Role.OPERATOR).account()));
            return asked(number).stream().allMatch(entry -> entry.state() == OutboundLedger.State.ANSWERED);
        });
    }

    /** A letter by which this person acts and promises for an organisation. */
    void empower(TestPerson agent, String name, String code, String... items) {
        LocalDate today = LocalDate.now(clock);
        for (String item : items) {
            mandates.grant(
                    Mandate.of(
                                    Mandate.Kind.AGENT,
                                    filing.citizen(agent).party(),
                                    parties.record("001", code, name),
                                    Optional.of(new ItemKey(item)),
                                    today,
                                    today.plusDays(30),
                                    "委托书")
                            .committing(),
                    "test");
        }
    }

    /** Known to all registers, with one entry that still counts. */
    TestPerson distrusted() {
        TestPerson person = TestPerson.unknown();
        distrust(person.raw());
        return person.admit(sandbox);
    }

    static void distrust(ObjectNode subject) {
        subject.putObject("credit")
                .put("severe", false)
                .putArray("penalties")
                .addObject()
                .put("document", "示罚〔2025〕第7号")
                .put("matter", "拒不履行生效决定")
                .put("organ", "海纳示范区教育局")
                .put("decidedOn", "2025-09-10")
                .put("shownUntil", "2099-09-10")
                .put("state", "正常");
    }

    /** The purposes for which credit information was asked in a case. */
    List<OutboundLedger.Entry> asked(CaseNumber number) {
        return ledger.of(number).stream()
                .filter(entry -> entry.register().equals(CREDIT))
                .toList();
    }

    void answered(CaseNumber number) {
        TestDesk.await(
                "credit information on " + number,
                () -> !asked(number).isEmpty() && asked(number).stream().allMatch(entry -> entry.doneAt() != null));
    }

    /** Why the clerk cannot choose an outcome now. */
    Map<String, String> barred(CaseNumber number, Official clerk) {
        return items.advice(items.openFor(number, clerk).orElseThrow()).barred();
    }

    /** What the decider has to answer in writing if he chooses an outcome now. */
    Map<String, String> cautions(CaseNumber number, Official decider) {
        return items.advice(items.openFor(number, decider).orElseThrow()).cautions();
    }

    /** Answers the notice: other answers, and an uploaded paper. */
    void correct(CaseNumber number, TestPerson person, Map<String, String> answers, String material) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        answers.forEach(data::put);
        var problems = corrections.answer(
                number,
                data,
                List.of(new SuppliedMaterial(
                        material, Source.UPLOAD, filing.uploadPdf(filing.citizen(person), material))),
                filing.citizen(person));
        if (!problems.isEmpty()) {
            throw new AssertionError("The correction was refused: " + problems);
        }
    }

    /** Label and words of the entry on the time line that begins like this. */
    Optional<String> told(CaseNumber number, String label) {
        return cases.timeline(number).stream()
                .filter(entry -> entry.label().startsWith(label))
                .map(entry -> entry.label() + "：" + entry.note())
                .findFirst();
    }

    String desk(CaseNumber number, Official official) throws Exception {
        return page("/desk/cases/" + number, SignedIn.as(official));
    }

    String own(CaseNumber number, TestPerson person, String part) throws Exception {
        return page("/cases/" + number + part, SignedIn.as(filing.citizen(person)));
    }

    private String page(String address, RequestPostProcessor who) throws Exception {
        return Jsoup.parse(web.perform(get(address).with(who))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .text();
    }
}
