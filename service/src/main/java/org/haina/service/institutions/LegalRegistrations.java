package org.haina.service.institutions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.haina.integrations.registers.Answer;
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
 * that school's; only then it is recorded. Market regulation keeps schools run for profit; civil affairs is not asked yet.
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
                && file.data().path("schoolNature").asText().equals("for-profit")
                && of(file.number()).map(LegalRegistration::isOpen).orElse(true);
    }

    /** Asks the registry about the code; what it says comes to stand on the time line. */
    @Transactional
    public void ask(CaseNumber number, String uscc, Official by) {
        rows.asked(number, uscc, by.account(), clock.instant());
        outbound.send(new OutboundCall(
                number,
                OutboundCall.Kind.REGISTER,
                "business-registry",
                "enterprise",
                REFERENCE + uscc,
                JsonNodeFactory.instance.objectNode().put("uscc", uscc),
                "办学许可后核对学校的法人登记",
                PATIENCE));
        audit.record(new AuditEntry(by.account(), "registration.ask", "case", number, Map.of("uscc", uscc)));
    }

    @EventListener
    void on(OutboundAnswered answered) {
        if (answered.reference().startsWith(REFERENCE)) {
            String school =
                    cases.get(answered.caseNumber()).data().path("schoolName").asText();
            settle(answered.caseNumber(), read(code(answered.reference()), Answer.ofJson(answered.answer()), school));
        }
    }

    @EventListener
    void on(OutboundGivenUp givenUp) {
        if (givenUp.reference().startsWith(REFERENCE)) {
            settle(
                    givenUp.caseNumber(),
                    new LegalRegistration(code(givenUp.reference()), State.UNANSWERED, Optional.empty()));
        }
    }

    private static LegalRegistration read(String uscc, Answer answer, String school) {
        if (!answer.finding().confirms()) {
            return new LegalRegistration(uscc, State.NOT_FOUND, Optional.empty());
        }
        String name = answer.fields().path("name").asText();
        boolean own =
                name.equals(school) && answer.fields().path("status").asText().equals("存续");
        return new LegalRegistration(uscc, own ? State.REGISTERED : State.DIFFERS, Optional.of(name));
    }

    private void settle(CaseNumber number, LegalRegistration said) {
        if (rows.answered(number, said, clock.instant())) {
            cases.note(number, "LEGAL_REGISTRATION", words(said), Actor.SYSTEM);
        }
    }

    private static String words(LegalRegistration said) {
        return switch (said.state()) {
            case REGISTERED -> "学校已登记法人，统一社会信用代码 " + said.uscc();
            case DIFFERS -> "代码 " + said.uscc() + " 登记的不是这所学校，或者已不存续，没有登记";
            case NOT_FOUND -> "市场监管登记中没有代码 " + said.uscc() + "，没有登记";
            default -> "市场监管登记没有答复，代码 " + said.uscc() + " 还没有登记";
        };
    }

    private static String code(String reference) {
        return reference.substring(REFERENCE.length());
    }
}
