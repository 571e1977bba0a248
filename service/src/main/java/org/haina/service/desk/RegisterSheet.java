package org.haina.service.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.integrations.registers.Answer;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.checks.CaseCheck;

/** What each register was asked and said, with everything that is not on the form. */
record RegisterSheet(List<Row> rows) {

    private static final Set<String> PERSONAL = Set.of("idNumber", "holder", "phone", "address");
    private static final String CLEAR = "chip-done";
    private static final Map<String, String> TROUBLES = Map.of(
            "NO_PARAMETERS", "申请表缺少查询所需的信息",
            "NOT_TRIED", "接口暂时不可用",
            "SETTLED", "查询已由运维人员关闭，请人工核查",
            "TIMEOUT", "对方没有在规定时间内答复",
            "UNAVAILABLE", "对方系统暂时不可用");

    /**
     * @param state where the question stands
     * @param finding what the answer comes down to; empty if there is none
     * @param tone class of the chip
     * @param trouble why there is no answer
     */
    record Row(
            String organ,
            String title,
            String state,
            String finding,
            String tone,
            List<Detail> details,
            String trouble,
            Optional<Instant> at) {}

    /** One field of an answer. */
    record Detail(String label, String value, boolean differs) {}

    static RegisterSheet of(ItemVersion item, List<CaseCheck> checks, boolean revealed) {
        return new RegisterSheet(
                checks.stream().map(check -> row(item, check, revealed)).toList());
    }

    /** How many have not simply confirmed: they differ, found something, or have not answered. */
    public long unsettled() {
        return rows.stream().filter(row -> !row.tone().equals(CLEAR)).count();
    }

    private static Row row(ItemVersion item, CaseCheck check, boolean revealed) {
        return new Row(
                check.registerTitle(),
                check.title(),
                check.state().label(),
                check.answer().map(answer -> answer.finding().title()).orElse(""),
                tone(check),
                check.answer()
                        .map(answer -> details(item, check, answer, revealed))
                        .orElse(List.of()),
                check.trouble().isEmpty()
                        ? ""
                        : TROUBLES.getOrDefault(check.trouble(), "暂时查询不到（" + check.trouble() + "）"),
                check.settledAt());
    }

    private static String tone(CaseCheck check) {
        if (check.answer().isEmpty()) {
            return check.trouble().isEmpty() ? "" : "chip-yellow";
        }
        return check.isClear() ? CLEAR : "chip-red";
    }

    private static List<Detail> details(ItemVersion item, CaseCheck check, Answer answer, boolean revealed) {
        List<Detail> details = new ArrayList<>();
        answer.fields().fields().forEachRemaining(field -> {
            Optional<RegisterCatalogue.Field> known = known(check, field.getKey());
            String said = RegisterWords.of(item, check, field.getKey(), field.getValue());
            String text = known.map(described -> described.worded(said)).orElse(said);
            boolean hidden = !revealed && PERSONAL.contains(field.getKey());
            details.add(new Detail(
                    known.map(RegisterCatalogue.Field::label).orElse(field.getKey()),
                    hidden ? AnswerSheet.mask(field.getKey(), text) : text,
                    check.differences().contains(field.getKey())));
        });
        return details;
    }

    private static Optional<RegisterCatalogue.Field> known(CaseCheck check, String key) {
        return RegisterCatalogue.get().findQuery(check.register(), check.query()).stream()
                .flatMap(query -> query.answers().stream())
                .filter(field -> field.key().equals(key))
                .findFirst();
    }
}
