package org.haina.service.checks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haina.integrations.registers.Answer;
import org.haina.integrations.registers.RegisterCatalogue;

/**
 * One question about one case.
 *
 * @param answer what the register said; holds personal data
 * @param differences keys of the answer that differ from what the applicant declared
 * @param uponPromise asked only because something was promised; says nothing of the application
 * @param trouble why there is no answer; empty if there is one or none is due yet
 */
public record CaseCheck(
        String register,
        String query,
        CheckState state,
        Optional<Answer> answer,
        List<String> differences,
        String trouble,
        Optional<Instant> settledAt,
        boolean uponPromise) {

    public CaseCheck {
        differences = List.copyOf(differences);
    }

    /** True if the register confirms and nothing differs. */
    public boolean isClear() {
        return differences.isEmpty()
                && answer.filter(a -> a.finding().confirms()).isPresent();
    }

    /** What is asked, in Chinese. */
    public String title() {
        return RegisterCatalogue.get()
                .findQuery(register, query)
                .map(RegisterCatalogue.Query::title)
                .orElse(query);
    }

    /** Whom, in Chinese. */
    public String registerTitle() {
        return RegisterCatalogue.get()
                .findRegister(register)
                .map(RegisterCatalogue.Register::titleZh)
                .orElse(register);
    }
}
