package org.haina.integrations.registers;

import java.util.Map;
import java.util.function.Function;
import org.haina.integrations.diploma.DiplomaAnswer;
import org.haina.integrations.diploma.DiplomaAnswer.Diploma;
import org.haina.integrations.diploma.DiplomaService;

record DiplomaQueries(DiplomaService authority) implements RegisterQueries {

    @Override
    public String register() {
        return "diploma";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of("diploma", this::diploma);
    }

    private Answer diploma(RegisterRequest ask) {
        var answer = authority.diploma(
                ask.requestId(), ask.text("diplomaNumber"), ask.text("name"), ask.text("idNumber"), ask.purpose());
        if (answer instanceof DiplomaAnswer.Found found) {
            return Answer.of(Finding.FOUND, fields(found.diploma()));
        }
        return answer instanceof DiplomaAnswer.NameDiffers other
                ? Answer.differing(fields(other.diploma()), "name")
                : Answer.of(Finding.NOT_FOUND);
    }

    private static Map<String, String> fields(Diploma diploma) {
        return Map.of(
                "diplomaNumber", diploma.number(),
                "name", diploma.holder(),
                "school", diploma.school(),
                "major", diploma.major(),
                "level", diploma.level(),
                "graduationDate", diploma.graduationDate().toString());
    }
}
