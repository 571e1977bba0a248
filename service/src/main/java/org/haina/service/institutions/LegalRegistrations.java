package org.haina.service.institutions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.haina.integrations.registers.Answer;
import org.haina.integrations.registers.OrganisationRegister;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.institutions.LegalRegistration.State;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundAnswered;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.outbound.OutboundGivenUp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 先证后照 (民办教育促进法 19): a school gets its code after the licence. An official tells the code, the registry whether it is
 * that school's; only then it is recorded. Market regulation keeps schools run for profit, civil affairs the others.
 */
@Service
public class LegalRegistrations {

    private static final String REFERENCE = "legal-registration:";
    private static final String LICENCE = "school-licence";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final LegalRegistrationRows rows;
    private final Cases cases;
    private final Catalog catalog;
    private final Outbound outbound;
    private final Audit audit;
    private final Clock clock;

    LegalRegistrations(
            LegalRegistrationRows rows, Cases cases, Catalog catalog, Outbound outbound, Audit audit, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.catalog = catalog;
        this.outbound = outbound;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is known of the registration of the school licensed in this case. */
    public Optional<LegalRegistration> of(CaseNumber number) {
        return rows.find(number);
    }

    /** True if the case licensed a school whose registration is still to come and can be asked for. */
    public boolean isAwaited(CaseFile file) {
        return file.status() == CaseStatus.GRANTED
                && LICENCE.equals(
                        catalog.version(file.itemVersion()).definition().certificate())
                && of(file.number()).map(LegalRegistration::isOpen).orElse(true);
    }

    /** The registry that will keep the school as a legal person: it follows from what the school is run for. */
    public OrganisationRegister keeper(CaseFile file) {
        return file.data().path("schoolNature").asText().equals("for-profit")
                ? OrganisationRegister.BUSINESS
                : OrganisationRegister.CIVIL_AFFAIRS;
    }

    /** Asks the registry about the code; what it says comes to stand on the time line. */
    @Transactional
    public void ask(CaseNumber number, String uscc, Official by) {
        rows.asked(number, uscc, by.account(), clock.instant());
        OrganisationRegister keeper = keeper(cases.get(number));
        outbound.send(new OutboundCall(
                number,
                OutboundCall.Kind.REGISTER,
                keeper.register(),
                keeper.query(),
                REFERENCE + uscc,
                JsonNodeFactory.instance.objectNode().put("uscc", uscc),
                "办学许可后核对学校的法人登记",
                PATIENCE));
        audit.record(new AuditEntry(by.account(), "registration.ask", "case", number, Map.of("uscc", uscc)));
    }

    @EventListener
    void on(OutboundAnswered answered) {
        if (answered.reference().startsWith(REFERENCE)) {
            CaseFile file = cases.get(answered.caseNumber());
            settle(file, read(code(answered.reference()), Answer.ofJson(answered.answer()), file));
        }
    }

    @EventListener
    void on(OutboundGivenUp givenUp) {
        if (givenUp.reference().startsWith(REFERENCE)) {
            settle(
                    cases.get(givenUp.caseNumber()),
                    new LegalRegistration(code(givenUp.reference()), State.UNANSWERED, Optional.empty()));
        }
    }

    private LegalRegistration read(String uscc, Answer answer, CaseFile file) {
        if (!answer.finding().confirms()) {
            return new LegalRegistration(uscc, State.NOT_FOUND, Optional.empty());
        }
        String name = answer.fields().path("name").asText();
        boolean own = name.equals(file.data().path("schoolName").asText())
                && keeper(file).stands(answer.fields().path("status").asText());
        return new LegalRegistration(uscc, own ? State.REGISTERED : State.DIFFERS, Optional.of(name));
    }

    private void settle(CaseFile file, LegalRegistration said) {
        if (rows.answered(file.number(), said, clock.instant())) {
            cases.note(
                    file.number(),
                    "LEGAL_REGISTRATION",
                    words(said, keeper(file).title()),
                    Actor.SYSTEM);
        }
    }

    private static String words(LegalRegistration said, String keeper) {
        return switch (said.state()) {
            case REGISTERED -> "学校已登记法人，统一社会信用代码 " + said.uscc();
            case DIFFERS -> "代码 " + said.uscc() + " 登记的不是这所学校，或者登记已经失效，没有登记";
            case NOT_FOUND -> keeper + "登记中没有代码 " + said.uscc() + "，没有登记";
            default -> keeper + "登记没有答复，代码 " + said.uscc() + " 还没有登记";
        };
    }

    private static String code(String reference) {
        return reference.substring(REFERENCE.length());
    }
}
