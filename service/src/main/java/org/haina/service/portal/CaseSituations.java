package org.haina.service.portal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.haina.service.cases.CaseFile;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.StuckSteps;
import org.springframework.stereotype.Component;

/** Where the facts of a {@link Situation} come from. */
@Component
class CaseSituations {

    private final ActingOrgans acting;
    private final StuckSteps steps;

    CaseSituations(ActingOrgans acting, StuckSteps steps) {
        this.acting = acting;
        this.steps = steps;
    }

    /** @param owing as for {@link Situation#owing} */
    Situation of(OwnCase own, boolean owing) {
        return of(own, owing, stuck(List.of(own.file())).contains(own.number()));
    }

    /** As the other, for one of many. */
    Situation of(OwnCase own, boolean owing, boolean stuck) {
        Situation situation = Situation.of(own, acting.of(own.file()).name()).owing(owing);
        return stuck && !own.file().status().isTerminal() ? situation.stuck() : situation;
    }

    /** Which of the cases wait for an operator. */
    Set<CaseNumber> stuck(Collection<CaseFile> files) {
        return steps.among(files.stream().map(CaseFile::number).toList());
    }
}
