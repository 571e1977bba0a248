package org.haina.service.terminations;

import org.haina.service.worklist.TaskHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each act is decided in a task of its own: another power, another word. */
@Configuration(proxyBeanMethods = false)
class TerminationTasks {

    @Bean
    TaskHandler withdrawalDecision(Proceedings proceedings) {
        return new DecisionTask("Task_DecideWithdrawal", "withdrawn", proceedings);
    }

    @Bean
    TaskHandler grantAnnulmentDecision(Proceedings proceedings) {
        return new DecisionTask("Task_DecideGrantAnnulment", "annulled", proceedings);
    }

    @Bean
    TaskHandler revocationDecision(Proceedings proceedings) {
        return new DecisionTask("Task_DecideRevocation", "revoked", proceedings);
    }

    @Bean
    TaskHandler cancellationDecision(Proceedings proceedings) {
        return new DecisionTask("Task_DecideCancellation", "cancelled", proceedings);
    }
}
