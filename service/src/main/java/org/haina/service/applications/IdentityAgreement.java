package org.haina.service.applications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Question;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/** The form speaks of the applicant and of nobody else: name and document are those the citizen cloud or partner proved. */
@Component
class IdentityAgreement {

    private final Parties parties;

    IdentityAgreement(Parties parties) {
        this.parties = parties;
    }

    List<Finding> check(Form form, Submission submission) {
        ObjectNode data = form.canonical(submission.data());
        return Stream.concat(number(form, data, submission.applicant()), name(form, data, submission.applicant()))
                .toList();
    }

    private Stream<Finding> number(Form form, ObjectNode data, PartyId applicant) {
        String type = answer(form, data, "citizen.idType").map(a -> a.text()).orElse("111");
        return answer(form, data, "citizen.idNumber")
                .filter(a -> !applicant.equals(found(type, a.text())))
                .map(a -> new Finding("/" + a.field(), "identity", "证件号码与实名认证的信息不一致，请使用本人证件申请。"))
                .stream();
    }

    private PartyId found(String type, String number) {
        return parties.findByIdentity(type, number).orElse(NOBODY);
    }

    private Stream<Finding> name(Form form, ObjectNode data, PartyId applicant) {
        return answer(form, data, "citizen.name")
                .filter(a -> !a.text().equals(parties.name(applicant)))
                .map(a -> new Finding("/" + a.field(), "identity", "姓名与实名认证的信息不一致，请使用本人姓名申请。"))
                .stream();
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

    private static final PartyId NOBODY = new PartyId(new java.util.UUID(0, 0));

    private record Given(String field, String text) {}
}
