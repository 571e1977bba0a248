package org.haina.service.procedure;

import org.haina.service.terminations.TerminationAct;
import org.haina.service.terminations.Terminations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The four ends of a grant, each an act with words of its own. */
@Configuration(proxyBeanMethods = false)
class TerminationProposals {

    @Bean
    @Order(20)
    CaseAct proposeWithdrawal(Terminations terminations) {
        return new ProposeTermination(
                TerminationAct.WITHDRAWAL, "许可是依法作出的，但是依据的规定或者客观情况变了，为了公共利益的需要收回；造成财产损失的依法补偿。", terminations);
    }

    @Bean
    @Order(21)
    CaseAct proposeAnnulment(Terminations terminations) {
        return new ProposeTermination(
                TerminationAct.ANNULMENT, "许可本来就不应当作出，或者是以欺骗、贿赂等不正当手段取得的。决定以前还要经过法制审核。", terminations);
    }

    @Bean
    @Order(22)
    CaseAct proposeRevocation(Terminations terminations) {
        return new ProposeTermination(TerminationAct.REVOCATION, "许可依法作出，被许可人违法，已经生效的行政处罚决定吊销许可证件。", terminations);
    }

    @Bean
    @Order(23)
    CaseAct proposeCancellation(Terminations terminations) {
        return new ProposeTermination(TerminationAct.CANCELLATION, "许可因为已经发生的事实应当注销，办理注销手续。", terminations);
    }
}
