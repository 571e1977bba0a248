package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who licenses what, and what is known of the organiser. */
class TrainingLicenceDecisionTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    @ParameterizedTest(name = "{0} for {1} → {2}, {3}")
    @CsvSource({
        "cultural, adults, , ",
        "cultural, compulsory, , ",
        "academic, adults, , ",
        ", , , ",
        "academic, compulsory, compulsorySubjectsClosed, none",
        "academic, senior-high, seniorSubjectsClosed, none",
        "academic, preschool, preschoolClosed, none",
        "arts, preschool, preschoolClosed, none",
        "cultural, preschool, preschoolClosed, none",
        "sport, compulsory, sportOrgan, 拟办学所在区的体育局",
        "arts, adults, artsOrgan, 拟办学所在区的文化和旅游局",
        "science, senior-high, scienceOrgan, 拟办学所在区的科学技术委员会",
        "skills, adults, skillsOrgan, 拟办学所在区的人力资源和社会保障局"
    })
    void each_kind_has_its_organ_and_some_have_none(
            @Nullable String content, @Nullable String audience, @Nullable String reason, @Nullable String organ) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("content", content);
        facts.put("audience", audience);

        List<Map<String, Object>> rows = ENGINE.decide("training-licence-competence", facts);

        assertThat(rows.stream().findFirst().map(row -> row.get("reason")).orElse(null))
                .isEqualTo(reason);
        assertThat(rows.stream().findFirst().map(row -> row.get("organ")).orElse(null))
                .isEqualTo(organ);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}, {4} months, {5} for {6} → {7}")
    @CsvSource({
        "organisation, found, 存续, , , cultural, adults, ",
        "organisation, not-found, , , , cultural, adults, organiserUnknown asks",
        "organisation, , , , , cultural, adults, registrySilent asks",
        "organisation, found, 注销, , , cultural, adults, organiserNotActive bars",
        "organisation, found, valid, , , cultural, adults, ",
        "organisation, found, expired, , , cultural, adults, organiserExpired asks",
        "organisation, found, withdrawn, , , cultural, adults, organiserNotActive bars",
        "person, , , found, 216, cultural, adults, ",
        "person, , , found, 215, cultural, adults, organiserMinor bars",
        "person, , , differs, 400, cultural, adults, identityDoubtful asks",
        "person, , , not-found, 400, cultural, adults, identityDoubtful asks",
        "person, , , , 400, cultural, adults, identitySilent asks",
        "organisation, found, 存续, , , academic, adults, subjectsForAdults asks",
        "organisation, found, 存续, , , cultural, compulsory, minorsToIdentify asks",
        "organisation, found, 存续, , , cultural, senior-high, minorsToIdentify asks"
    })
    void a_doubt_asks_a_person_and_only_the_law_bars(
            String kind,
            @Nullable String enterprise,
            @Nullable String status,
            @Nullable String identity,
            @Nullable Integer age,
            String content,
            String audience,
            @Nullable String expected) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organiserKind", kind);
        facts.put("enterprise", enterprise);
        facts.put("enterpriseStatus", status);
        facts.put("identity", identity);
        facts.put("ageMonths", age);
        facts.put("content", content);
        facts.put("audience", audience);

        assertThat(ENGINE.decide("training-licence-eligibility", facts))
                .extracting(row -> row.get("reason") + " " + row.get("effect"))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }
}
