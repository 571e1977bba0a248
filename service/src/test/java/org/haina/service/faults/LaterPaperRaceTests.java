package org.haina.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.journey.LaterPaperCases;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A paper brought from several windows at the same moment comes once, and every window is told that it is there. */
@ServiceTest
class LaterPaperRaceTests {

    private static final int WINDOWS = 4;

    @Autowired
    LaterPaperCases later;

    @Autowired
    CaseMaterials materials;

    @Autowired
    Cases cases;

    @RepeatedTest(3)
    void the_paper_comes_once_and_nobody_is_told_otherwise() throws Exception {
        TestPerson person = later.organiser();
        CaseNumber number = later.accepted(person);

        List<String> answers = Together.run(Collections.nCopies(
                WINDOWS,
                () -> String.valueOf(
                        later.supply(number, person).andReturn().getResponse().getRedirectedUrl())));

        assertThat(answers).hasSize(WINDOWS).containsOnly("/cases/" + number + "/later?done");
        assertThat(materials.history(number).stream()
                        .filter(piece -> piece.material().key().equals(LaterPaperCases.PAPER))
                        .filter(piece -> piece.material().source() == Source.UPLOAD))
                .hasSize(1);
        assertThat(cases.timeline(number))
                .filteredOn(entry -> entry.kind().equals("PAPER_SUPPLIED"))
                .hasSize(1);
    }
}
