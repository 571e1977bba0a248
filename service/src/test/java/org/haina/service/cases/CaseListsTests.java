package org.haina.service.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Visibilities;
import org.haina.service.closing.Withdrawals;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class CaseListsTests {

    @Autowired
    CaseLists lists;

    @Autowired
    Filing filing;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Visibilities visibilities;

    /** The clock of the tests stands still, so all are received at one moment. */
    @Test
    void cases_of_one_moment_are_each_on_one_page() {
        TestPerson person = TestPerson.unknown();
        List<CaseNumber> filed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            CaseNumber number = filing.filed(person);
            withdrawals.withdraw(number, filing.citizen(person), "改为申请初级中学教师资格");
            filed.add(number);
        }

        List<CaseNumber> seen = new ArrayList<>();
        Optional<CaseNumber> last = Optional.empty();
        for (List<CaseFile> page = page(person, last); !page.isEmpty(); page = page(person, last)) {
            last = Optional.of(page.get(0).number());
            seen.add(page.get(0).number());
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(filed);
    }

    private List<CaseFile> page(TestPerson person, Optional<CaseNumber> after) {
        Caller.Citizen citizen = filing.citizen(person);
        return lists.of(visibilities.of(citizen), citizen.party(), after, 1);
    }
}
