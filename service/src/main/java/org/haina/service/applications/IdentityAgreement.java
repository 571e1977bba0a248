package org.haina.service.applications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Question;
import org.haina.service.parties.IdentityMatch;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/** The form speaks of the applicant and of nobody else: name and document are those the citizen cloud or partner proved. */
@Component
class IdentityAgreement {

    private static final String RESIDENT_CARD = "111";

    private final Parties parties;

    IdentityAgreement(Parties parties) {
        this.parties = parties;
    }

    /** @param submission in canonical spelling */
    List<Finding> check(Form form, Submission submission) {
        ObjectNode data = submission.data();
        String type = answer(form, data, "citizen.idType").map(Given::text).orElse(RESIDENT_CARD);
        Optional<Given> number = answer(form, data, "citizen.idNumber");
        Optional<Given> name = answer(form, data, "citizen.name");
        if (number.isEmpty() && name.isEmpty()) {
            return List.of();
        }
        IdentityMatch match = parties.match(submission.applicant(), type, text(number), text(name));
        return Stream.concat(
                        number
                                .filter(given -> !match.number())
                                .map(given -> finding(given, "证件号码与实名认证的信息不一致，请使用本人证件申请。"))
                                .stream(),
                        name
                                .filter(given -> !match.name())
                                .map(given -> finding(given, "姓名与实名认证的信息不一致，请使用本人姓名申请。"))
                                .stream())
                .toList();
    }

    private static String text(Optional<Given> given) {
        return given.map(Given::text).orElse("");
    }

    private static Finding finding(Given given, String message) {
        return new Finding("/" + given.field(), "identity", message);
    }

    private static Optional<Given> answer(Form form, ObjectNode data, String prefill) {
        return form.layout()
                .questions()
                .filter(q -> prefill.equals(q.prefill()) && form.visible(q, data))
                .map(Question::field)
                .filter(field -> data.path(field).isTextual())
                .findFirst()
                .map(field -> new Given(field, data.path(field).asText()));
    }

    private record Given(String field, String text) {}
}
