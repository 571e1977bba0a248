package org.haina.service.portal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.haina.service.cases.CaseFile;
import org.haina.service.intake.PapersInstead;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.StuckSteps;
import org.springframework.stereotype.Component;

/** Where the facts of a {@link Situation} come from. */
@Component
class CaseSituations {

    private final ActingOrgans acting;
    private final StuckSteps steps;
    private final PapersInstead instead;

    CaseSituations(ActingOrgans acting, StuckSteps steps, PapersInstead instead) {
        this.instead = instead;
        this.acting = acting;
        this.steps = steps;
    }

    /** @param owing as for {@link Situation#owing} */
    Situation of(OwnCase own, boolean owing) {
        List<CaseFile> one = List.of(own.file());
        return of(own, owing, instead(one).contains(own.number()), stuck(one).contains(own.number()));
    }

    /** As the other, for one of many. */
    Situation of(OwnCase own, boolean owing, boolean instead, boolean stuck) {
        Situation situation =
                Situation.of(own, acting.of(own.file()).name()).owing(owing).instead(instead);
        return stuck && !own.file().status().isTerminal() ? situation.stuck() : situation;
    }

    /** In which of the cases something is to be brought in the place of a promise. */
    Set<CaseNumber> instead(List<CaseFile> files) {
        return instead.owing(files);
    }

    /** Which of the cases wait for an operator. */
    Set<CaseNumber> stuck(Collection<CaseFile> files) {
        return steps.among(files.stream().map(CaseFile::number).toList());
    }
}
