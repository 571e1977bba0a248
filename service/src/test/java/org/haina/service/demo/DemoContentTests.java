package org.haina.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.haina.integrations.DemoPersons;
import org.haina.service.ServiceTest;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.catalog.Catalog;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class DemoContentTests {

    /** Passed in a moment: what is delivered is not waited for by a person. By the move that leads there. */
    private static final Map<String, CaseStatus> FLEETING =
            Map.of(CaseMove.GRANT.name(), CaseStatus.ISSUING, CaseMove.REFUSE.name(), CaseStatus.REFUSING);

    @Autowired
    DemoContent content;

    @Autowired
    DemoRows rows;

    @Autowired
    Cases cases;

    @Autowired
    WorkItems items;

    @Autowired
    Catalog catalog;

    @Test
    void every_status_occurs_once_the_demo_is_filled() throws InterruptedException {
        List<DemoCase> plan = oneForEachStatus();

        assertThat(content.fill(plan, Duration.ofMinutes(2))).isEmpty();

        assertThat(plan)
                .allSatisfy(planned -> assertThat(file(planned).status()).isEqualTo(planned.until()));
        List<String> moves = plan.stream()
                .flatMap(planned -> cases.timeline(file(planned).number()).stream())
                .map(TimelineEntry::kind)
                .toList();
        assertThat(Stream.concat(
                        plan.stream().map(planned -> file(planned).status()),
                        moves.stream().filter(FLEETING::containsKey).map(FLEETING::get)))
                .containsOnly(CaseStatus.values());
        assertThat(moves).contains(CaseMove.ANSWER_CORRECTION.name());
    }

    @Test
    void a_licence_is_changed_upon_a_promise_once_it_is_there_and_the_promise_waits_to_be_looked_into()
            throws InterruptedException {
        List<DemoCase> plan = planned(planned -> planned.person().equals("dou-yangyuan")
                        && planned.itemKey().value().startsWith("training-licence"))
                .toList();

        assertThat(content.fill(plan, Duration.ofMinutes(2))).isEmpty();

        assertThat(plan).extracting(planned -> file(planned).status()).containsOnly(CaseStatus.GRANTED);
        assertThat(items.ofCase(file(plan.get(1)).number()))
                .filteredOn(WorkItem::isOpen)
                .extracting(WorkItem::taskKey)
                .containsExactly("Task_CheckCommitments");
    }

    @Test
    void filling_again_changes_nothing() throws InterruptedException {
        List<DemoCase> plan = oneForEachStatus().subList(0, 2);
        content.fill(plan, Duration.ofMinutes(2));
        List<CaseFile> before = plan.stream().map(this::file).toList();

        assertThat(content.fill(plan, Duration.ofMinutes(2))).isEmpty();

        assertThat(plan.stream().map(this::file)).isEqualTo(before);
    }

    @Test
    void the_plan_holds_about_sixty_cases_one_for_each_person_and_item_and_leaves_one_account_free() {
        List<DemoCase> plan = DemoCase.all();

        assertThat(plan).hasSizeBetween(50, 75).extracting(DemoCase::key).doesNotHaveDuplicates();
        assertThat(plan).allSatisfy(planned -> assertThat(DemoApplicant.of(planned.person()))
                .isNotNull());
        assertThat(plan).extracting(DemoCase::person).doesNotContain("zhang-shili");
        assertThat(plan.stream().map(DemoCase::until)).doesNotContainAnyElementsOf(FLEETING.values());
    }

    @Test
    void every_planned_person_fills_in_the_form_without_a_finding() {
        assertThat(DemoCase.all()).allSatisfy(planned -> assertThat(catalog.current(planned.itemKey())
                        .applicationForm()
                        .check(planned.answers(DemoApplicant.of(planned.person()))))
                .as(planned.key())
                .isEmpty());
    }

    /** Without the owners of accounts, whom other tests sign in as; one corrected on the way to a grant. */
    private static List<DemoCase> oneForEachStatus() {
        Stream<DemoCase> first = Arrays.stream(CaseStatus.values())
                .flatMap(status -> planned(planned -> planned.until() == status && !planned.corrected())
                        .limit(1));
        return Stream.concat(first, planned(DemoCase::corrected).limit(1)).toList();
    }

    private static Stream<DemoCase> planned(Predicate<DemoCase> wanted) {
        return DemoCase.all().stream()
                .filter(planned -> DemoPersons.get()
                        .findByKey(planned.person())
                        .filter(person -> person.account() != null)
                        .isEmpty())
                .filter(wanted);
    }

    private CaseFile file(DemoCase planned) {
        return cases.get(rows.find(planned.key()).orElseThrow());
    }
}
