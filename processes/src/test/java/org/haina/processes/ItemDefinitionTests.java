package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemDefinitionTests {
    private static final String TEACHER =
            new String(Artefacts.bytes("services/teacher-qualification/item.yaml"), StandardCharsets.UTF_8);

    @Test
    void the_teacher_qualification_is_read_whole() {
        ItemDefinition item = parse(TEACHER);

        assertThat(item.key()).isEqualTo("teacher-qualification");
        assertThat(item.limits().delivery()).isNull();
        assertThat(item.limits().decision().unit()).isEqualTo(ItemLimits.Unit.NATURAL_DAYS);
        assertThat(item.resultWords().refused()).isEqualTo("不予认定");
        assertThat(item.checks()).hasSize(7).allMatch(check -> check.onOutage() == OnOutage.MANUAL);
        assertThat(item.legalBasis()).noneMatch(basis -> basis.text().isBlank());
    }

    @Test
    void an_item_needs_no_further_names() {
        assertThat(parse(TEACHER).alsoCalled()).contains("教师证", "jszgz");
        assertThat(parse(TEACHER.replaceFirst("keywords: .*\\n", "")).alsoCalled())
                .isEmpty();
    }

    @Test
    void a_round_takes_applications_on_its_first_and_last_day_and_not_beside_them() {
        Window window = parse(TEACHER).window();

        assertThat(window.openOn(LocalDate.of(2026, 4, 12))).isEmpty();
        assertThat(window.openOn(LocalDate.of(2026, 4, 13))).isPresent();
        assertThat(window.openOn(LocalDate.of(2026, 4, 24))).isPresent();
        assertThat(window.openOn(LocalDate.of(2026, 4, 25))).isEmpty();
        assertThat(window.nextAfter(LocalDate.of(2026, 4, 25)))
                .hasValueSatisfying(round -> assertThat(round.name()).isEqualTo("2026年秋季"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            version: 1.0.1                   | version: 1.0                      | version
            key: teacher-qualification       | key: Teacher                      | key
            shape: licence                   | shape: permit                     | shape
            basic: "310105002000"            | basic: "3101050020"               | codes.basic
            implementation: "11319999MB01    | implementation: "11319999MB02     | codes.implementation
            73101050020000                   | 731010500200000                   | codes.handling
            promised: 20                     | promised: 31                      | limits.decision.promised
            promised: 20                     | promised: "20"                    | limits.decision.promised
            promised: 20                     | promised: 20.5                    | limits.decision.promised
            statutory: 30                    | statutory: 0                      | limits.decision.statutory
            unit: naturalDays                | unit: weeks                       | limits.decision.unit
            includesDelivery: true           | includesDelivery: false           | limits.delivery
            length: 5                        | lenght: 5                         | limits.notice.lenght
            opens: 2026-11-02                | opens: 2026-12-12                 | window.rounds[1].closes
            opens: 2026-11-02                | opens: 2026-04-24                 | window.rounds[1].opens
            opens: 2026-11-02                | opens: 2026-02-30                 | window.rounds[1].opens
            types: [jpg]                     | types: [exe]                      | materials[1].types
            types: [jpg]                     | types: []                         | materials[1].types
            maxMb: 2                         | maxMb: 21                         | materials[1].maxMb
            "licence:mandarin-certificate"   | "drawer:mandarin"                 | materials[3].sources
            key: photo                       | key: identity                     | materials
            query: no-crime                  | query: identity                   | checks
            onOutage: manual                 | onOutage: refuse                  | checks[0].onOutage
            fen: 0                           | fen: 100                          | fee.fen
            mode: promised                   | mode: instant                     | mode
            key: clerk                       | key: king                         | roles
            district: "310101"               | district: "Huangpu"               | places.district
            number: 021-00000000             | number: 021-00000101              | phones
            mode: promised                   | modus: promised                   | modus
            fields: [schoolLevel, subject]   | fields: [schoolLevel, idNumber]   | publication.fields
            fields: [schoolLevel, subject]   | fields: [subject, subject]        | publication.fields
            shape: licence                   | shape: request                    | publication
            publication: {fields             | publication: {withheld: 涉及隐私, fields | publication.fields
            [教师证                          | [证                               | keywords
            [教师证                          | [" "                              | keywords
            [教师证                          | [老师                             | keywords
            [教师证                          | [JSZ                              | keywords
            [教师证                          | [aaaaaaaaaaaaaaaaaaaaa            | keywords
            [教师证                          | [aa,ab,ac,ad,ae,af,ag,ah,ai,aj,ak,al,am,an,ao | keywords
            mode: promised                   | mode:                             | mode: missing
            """)
    void a_wrong_value_is_told_with_the_path_of_its_key(String right, String wrong, String path) {
        assertThatExceptionOfType(InvalidItemException.class)
                .isThrownBy(() -> parse(TEACHER.replaceFirst(Pattern.quote(right), wrong)))
                .satisfies(e -> assertThat(e.problems())
                        .anySatisfy(problem -> assertThat(problem).startsWith(path)));
    }

    @Test
    void everything_missing_is_told_at_once() {
        assertThatExceptionOfType(InvalidItemException.class)
                .isThrownBy(() -> parse("key: a\ntitle: {zh: 名}\n"))
                .satisfies(e -> assertThat(e.problems())
                        .contains("area: missing", "title.en: missing", "limits: missing")
                        .doesNotContain("window: missing", "certificate: missing"));
    }

    @Test
    void a_key_written_twice_is_refused() {
        assertThatExceptionOfType(InvalidItemException.class)
                .isThrownBy(() -> parse(TEACHER + "\nmode: instant\n"))
                .withMessageContaining("mode");
    }

    @Test
    void text_that_is_no_map_is_refused() {
        for (String text : List.of("", "[]", "just words", ": :", "\0")) {
            assertThatExceptionOfType(InvalidItemException.class).isThrownBy(() -> parse(text));
        }
    }

    private static ItemDefinition parse(String yaml) {
        return ItemDefinition.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
