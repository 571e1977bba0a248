package org.haina.integrations.registers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.haina.integrations.examauthority.ExamAuthority;
import org.haina.integrations.examauthority.Examination;
import org.haina.integrations.examauthority.ScoreAnswer;
import org.haina.integrations.examauthority.ScoreAnswer.ScoreRecord;
import org.haina.integrations.examauthority.ScoreQuestion;

record ExamAuthorityQueries(ExamAuthority authority) implements RegisterQueries {

    @Override
    public String register() {
        return "exam-authority";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of("scores", this::scores);
    }

    private Answer scores(RegisterRequest ask) {
        var answer = authority.scores(new ScoreQuestion(
                ask.requestId(),
                Examination.ofKey(ask.text("exam")),
                year(ask.text("year")),
                ask.text("name"),
                ask.text("idNumber"),
                ask.purpose()));
        if (answer instanceof ScoreAnswer.Found found) {
            return with(found.results(), Answer.of(Finding.FOUND, fields(found.results())));
        }
        return answer instanceof ScoreAnswer.NameDiffers other
                ? with(other.results(), Answer.differing(fields(other.results()), "name"))
                : Answer.of(Finding.NOT_FOUND);
    }

    private static Map<String, String> fields(ScoreRecord results) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", results.candidate());
        fields.put("exam", results.examination().key());
        fields.put("examTitle", results.examination().title());
        fields.put("year", Integer.toString(results.year()));
        fields.put("candidateNumber", results.candidateNumber());
        results.total().ifPresent(total -> fields.put("total", total));
        return fields;
    }

    private static Answer with(ScoreRecord results, Answer answer) {
        var subjects = answer.fields().putArray("subjects");
        results.subjects()
                .forEach(one ->
                        subjects.addObject().put("subject", one.subject()).put("score", one.score()));
        return answer;
    }

    private static int year(String year) {
        if (!year.matches("\\d{4}")) {
            throw new IllegalArgumentException("Parameter year has four digits");
        }
        return Integer.parseInt(year);
    }
}
