package org.haina.service.decisions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.haina.integrations.registers.Answer;

/**
 * What is known about a case when its conditions are weighed.
 *
 * @param form all answers, secrets included: for this moment only
 * @param answers by {@code register/query}
 * @param filedOn day of receipt in Shanghai
 */
record CaseFacts(ObjectNode form, Map<String, Answer> answers, LocalDate filedOn) {

    Optional<Answer> answer(String check) {
        return Optional.ofNullable(answers.get(check));
    }
}
