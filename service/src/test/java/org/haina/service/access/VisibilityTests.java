package org.haina.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisibilityTests {

    private static final ItemKey ITEM = new ItemKey("teacher-qualification");
    private static final ItemKey OTHER_ITEM = new ItemKey("school-transfer");
    private static final String HUANGPU_ORGAN = "11319999MB0101012M";
    private static final String XUHUI_ORGAN = "11319999MB01010478";
    private static final String CITY_ORGAN = "11319999MB0100001A";

    private final PartyId applicant = new PartyId(UUID.randomUUID());
    private final PartyId agent = new PartyId(UUID.randomUUID());
    private final CaseScope inHuangpu = scope("310101", HUANGPU_ORGAN, Optional.empty(), applicant.toString());

    @Test
    void a_citizen_sees_own_cases_only() {
        assertThat(citizen(applicant).sees(inHuangpu)).isTrue();
        assertThat(citizen(agent).sees(inHuangpu)).isFalse();
    }

    @Test
    void an_agent_sees_the_case_while_the_mandate_covers_it() {
        CaseScope scope = scope("310101", HUANGPU_ORGAN, Optional.of(agent), agent.toString());

        assertThat(citizen(agent).sees(scope)).isFalse();
        assertThat(citizen(agent, new Mandated(applicant, Optional.empty())).sees(scope))
                .isTrue();
        assertThat(citizen(agent, new Mandated(applicant, Optional.of(ITEM))).sees(scope))
                .isTrue();
        assertThat(citizen(agent, new Mandated(applicant, Optional.of(OTHER_ITEM)))
                        .sees(scope))
                .isFalse();
        assertThat(citizen(agent, new Mandated(new PartyId(UUID.randomUUID()), Optional.empty()))
                        .sees(scope))
                .isFalse();
    }

    @Test
    void a_mandate_does_not_open_cases_handled_by_another_agent() {
        assertThat(citizen(agent, new Mandated(applicant, Optional.empty())).sees(inHuangpu))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLERK", "REVIEWER", "DECIDER"})
    void an_official_sees_and_handles_cases_of_the_own_district_and_organ(Role role) {
        Visibility huangpu = official("310101", HUANGPU_ORGAN, role);

        assertThat(huangpu.sees(inHuangpu)).isTrue();
        assertThat(huangpu.handles(inHuangpu)).isTrue();
        assertThat(official("310104", XUHUI_ORGAN, role).sees(inHuangpu)).isFalse();
        assertThat(official("310101", XUHUI_ORGAN, role).sees(inHuangpu)).isFalse();
    }

    @Test
    void an_official_of_the_city_sees_the_citys_cases_only() {
        Visibility city = official("310000", CITY_ORGAN, Role.CLERK);

        assertThat(city.sees(inHuangpu)).isFalse();
        assertThat(city.sees(scope("310000", CITY_ORGAN, Optional.empty(), "x")))
                .isTrue();
    }

    @Test
    void a_supervisor_sees_all_districts_and_handles_nothing() {
        Visibility supervisor = official("310000", CITY_ORGAN, Role.SUPERVISOR);

        assertThat(supervisor.sees(inHuangpu)).isTrue();
        assertThat(supervisor.handles(inHuangpu)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "OPERATOR"})
    void auditors_and_operators_see_no_case_even_in_their_district(Role role) {
        assertThat(official("310101", HUANGPU_ORGAN, role).sees(inHuangpu)).isFalse();
    }

    @Test
    void a_machine_sees_what_it_filed() {
        CaseScope filed = scope("310101", HUANGPU_ORGAN, Optional.empty(), "partner-demo");

        assertThat(of(new Caller.Machine("partner-demo")).sees(filed)).isTrue();
        assertThat(of(new Caller.Machine("partner-other")).sees(filed)).isFalse();
        assertThat(of(new Caller.Machine("partner-demo")).sees(inHuangpu)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SUPERVISOR")
    void a_complaint_is_seen_by_no_official_who_handles_cases_not_even_of_the_organ_that_answers(Role role) {
        CaseScope complaint = complaint(List.of());

        assertThat(official("310000", CITY_ORGAN, role).sees(complaint)).isFalse();
        assertThat(official("310000", CITY_ORGAN, role).handles(complaint)).isFalse();
        assertThat(official("310101", HUANGPU_ORGAN, role).sees(complaint)).isFalse();
        assertThat(citizen(applicant).sees(complaint)).isTrue();
    }

    @Test
    void a_complaint_is_handled_by_supervisors_of_the_organ_that_answers_who_had_no_hand_in_it() {
        Visibility supervisor = official("310000", CITY_ORGAN, Role.SUPERVISOR);

        assertThat(supervisor.sees(complaint(List.of("somebody")))).isTrue();
        assertThat(supervisor.handles(complaint(List.of("somebody")))).isTrue();
        assertThat(supervisor.sees(complaint(List.of("somebody", "test")))).isFalse();
        assertThat(supervisor.handles(complaint(List.of("test")))).isFalse();
        assertThat(official("310101", HUANGPU_ORGAN, Role.SUPERVISOR).sees(complaint(List.of())))
                .isFalse();
    }

    /** Of Huangpu, answered by the city, whose participants an organ would otherwise see it by. */
    private CaseScope complaint(List<String> barred) {
        return new CaseScope(
                ITEM,
                new District("310000"),
                CITY_ORGAN,
                List.of(HUANGPU_ORGAN),
                applicant,
                Optional.empty(),
                applicant.toString(),
                true,
                barred);
    }

    @Test
    void nobody_sees_nothing() {
        assertThat(of(new Caller.Anonymous()).sees(inHuangpu)).isFalse();
        assertThat(of(new Caller.Anonymous()).sql("c").sql()).isEqualTo("(false)");
    }

    private CaseScope scope(String district, String org, Optional<PartyId> by, String filedBy) {
        return new CaseScope(ITEM, new District(district), org, List.of(), applicant, by, filedBy, false, List.of());
    }

    private static Visibility citizen(PartyId party, Mandated... mandates) {
        return Visibility.of(new Caller.Citizen(party, 3), Set.of(mandates));
    }

    private static Visibility official(String district, String org, Role role) {
        return of(new Caller.Official("test", "测试", Set.of(role), org, new District(district)));
    }

    private static Visibility of(Caller caller) {
        return Visibility.of(caller, Set.of());
    }
}
