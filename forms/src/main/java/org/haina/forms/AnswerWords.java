package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.haina.forms.FormLayout.Question;
import org.haina.forms.FormLayout.Widget;
import org.jspecify.annotations.Nullable;

/** An answer as a person reads it on a check-answers page, a case page or a document. */
final class AnswerWords {
    private AnswerWords() {}

    static String of(Question question, @Nullable JsonNode answer) {
        if (answer == null || answer.isNull()) return "未填写";
        if (!answer.isArray()) return one(question, answer);
        return StreamSupport.stream(answer.spliterator(), false)
                .map(item -> one(question, item))
                .collect(Collectors.joining("、"));
    }

    private static String one(Question question, JsonNode answer) {
        if (!question.options().isEmpty()) return question.labelOf(answer.asText());
        if (question.widget() == Widget.DECLARATION && answer.asBoolean()) return "已确认";
        if (answer.isBoolean()) return answer.asBoolean() ? "是" : "否";
        if (question.widget() == Widget.DATE || question.widget() == Widget.BIRTHDATE)
            return CalendarDate.parse(answer.asText()).map(AnswerWords::date).orElse(answer.asText());
        return answer.asText();
    }

    private static String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
