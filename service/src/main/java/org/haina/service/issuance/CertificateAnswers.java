package org.haina.service.issuance;

import java.time.Clock;
import java.util.Map;
import org.haina.integrations.registers.Answer;
import org.haina.processes.MessageNames;
import org.haina.service.cases.Actor;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundAnswered;
import org.haina.service.outbound.OutboundGivenUp;
import org.haina.service.outbound.OutboundSettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the answers of numbering authority, licence store and citizen cloud, and moves the case on. */
@Component
class CertificateAnswers {

    private final CertificateRows rows;
    private final Cases cases;
    private final Clock clock;

    CertificateAnswers(CertificateRows rows, Cases cases, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void on(OutboundAnswered answered) {
        switch (answered.reference()) {
            case CertificateCalls.NUMBER -> numbered(answered);
            case CertificateCalls.REGISTER -> registered(answered);
            case CertificateCalls.RESULT -> delivered(answered);
            default -> {
                // Somebody else's question.
            }
        }
    }

    private void numbered(OutboundAnswered answered) {
        String assigned = field(answered, "number");
        if (assigned.isBlank()) {
            throw new IllegalStateException("The numbering authority gave no number");
        }
        rows.number(answered.caseNumber(), assigned);
        cases.tell(answered.caseNumber(), MessageNames.CERTIFICATE_NUMBERED, Map.of());
    }

    private void registered(OutboundAnswered answered) {
        CaseNumber number = answered.caseNumber();
        String ours = rows.of(number).flatMap(Certificate::identifier).orElse("");
        if (!field(answered, "licence").equals(ours)) {
            throw new IllegalStateException("The licence store registered another identifier for case " + number);
        }
        rows.registered(number, clock.instant());
        cases.note(number, "CERTIFICATE_REGISTERED", "证书已归集到电子证照库", Actor.SYSTEM);
        cases.tell(number, MessageNames.CERTIFICATE_REGISTERED, Map.of());
    }

    private void delivered(OutboundAnswered answered) {
        String receipt = field(answered, "receipt");
        cases.note(answered.caseNumber(), "DELIVERY_PROOF", "随申办已送达结果通知，回执编号 " + receipt, Actor.SYSTEM);
    }

    @EventListener
    void on(OutboundGivenUp givenUp) {
        switch (givenUp.reference()) {
            case CertificateCalls.NUMBER -> late(givenUp, "证书编号机关暂时没有应答，系统继续尝试", "还没有取得证书编号，已列给系统管理员处理");
            case CertificateCalls.REGISTER -> late(givenUp, "电子证照库暂时没有应答，系统继续尝试", "证书还没有归集到电子证照库，已列给系统管理员处理");
            default -> {
                // Operators see it in the ledger; the applicant is told what concerns him only.
            }
        }
    }

    /**
     * Registered by other means, e.g. by letter: the case goes on.
     *
     * @throws Problem for the number, without which there is no certificate: closing that call would leave the case
     *     waiting for ever
     */
    @EventListener
    void on(OutboundSettled settled) {
        if (settled.reference().equals(CertificateCalls.NUMBER)) {
            throw Problem.conflict("没有关闭：办件 %s 在等这个证书编号，没有编号不能制证。请与编号机关联系后点“立即重试”。".formatted(settled.caseNumber()));
        }
        if (settled.reference().equals(CertificateCalls.REGISTER)) {
            CaseNumber number = settled.caseNumber();
            cases.note(number, "CERTIFICATE_REGISTERED", "证书归集已由工作人员另行办理", Actor.SYSTEM);
            cases.tell(number, MessageNames.CERTIFICATE_REGISTERED, Map.of());
        }
    }

    /** Who is silent is asked again; what was refused, by the other side or before it was sent, needs an operator. */
    private void late(OutboundGivenUp givenUp, String silent, String refused) {
        String words = givenUp.stillTried() ? silent : refused;
        cases.note(givenUp.caseNumber(), "CERTIFICATE_LATE", words + "，不需要您操作", Actor.SYSTEM);
    }

    private static String field(OutboundAnswered answered, String key) {
        return Answer.ofJson(answered.answer()).fields().path(key).asText();
    }
}
