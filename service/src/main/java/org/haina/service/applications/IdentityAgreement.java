package org.haina.service.applications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Question;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.IdentityMatch;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/**
 * The form speaks of the applicant and of nobody else: name and document are those the citizen cloud or partner proved.
 * Where an organisation applies, its person is the agent, and its name and code are the organisation's own.
 */
@Component
class IdentityAgreement {

    private static final String RESIDENT_CARD = "111";
    private static final String CREDIT_CODE = "001";

    private final Parties parties;

    IdentityAgreement(Parties parties) {
        this.parties = parties;
    }

    /** @param submission in canonical spelling */
    List<Finding> check(Form form, Submission submission) {
        boolean organisation = submission.agent().isPresent() && parties.isOrganisation(submission.applicant());
        PartyId person = submission.agent().filter(agent -> organisation).orElse(submission.applicant());
        List<Finding> findings = new ArrayList<>(ofPerson(form, submission.data(), person));
        findings.addAll(ofKind(form, submission));
        if (organisation) {
            findings.addAll(ofOrganisation(form, submission.data(), submission.applicant()));
        }
        return findings;
    }

    /** Who applies decides which questions are asked: nobody passes for the other kind. */
    private List<Finding> ofKind(Form form, Submission submission) {
        return answer(form, submission.data(), "applicant.kind").stream()
                .filter(given -> !given.text().equals(kind(submission.applicant())))
                .map(given -> finding(given, "与实际的申请人不一致，请按实际的申请人选择。"))
                .toList();
    }

    private String kind(PartyId applicant) {
        return parties.isOrganisation(applicant) ? "organisation" : "person";
    }

    private List<Finding> ofOrganisation(Form form, ObjectNode data, PartyId organisation) {
        Optional<Given> code = answer(form, data, "organisation.uscc");
        Optional<Given> name = answer(form, data, "organisation.name");
        if (code.isEmpty() && name.isEmpty()) {
            return List.of();
        }
        IdentityMatch match = parties.match(organisation, CREDIT_CODE, text(code), text(name));
        return findings(
                code.filter(given -> !match.number()).map(given -> finding(given, "统一社会信用代码不是委托单位的，请填写委托单位的代码。")),
                name.filter(given -> !match.name()).map(given -> finding(given, "名称与委托单位登记的名称不一致，请填写登记的名称。")));
    }

    private List<Finding> ofPerson(Form form, ObjectNode data, PartyId person) {
        String type = answer(form, data, "citizen.idType").map(Given::text).orElse(RESIDENT_CARD);
        Optional<Given> number = answer(form, data, "citizen.idNumber");
        Optional<Given> name = answer(form, data, "citizen.name");
        if (number.isEmpty() && name.isEmpty()) {
            return List.of();
        }
        IdentityMatch match = parties.match(person, type, text(number), text(name));
        return findings(
                number.filter(given -> !match.number()).map(given -> finding(given, "证件号码与实名认证的信息不一致，请使用本人证件申请。")),
                name.filter(given -> !match.name()).map(given -> finding(given, "姓名与实名认证的信息不一致，请使用本人姓名申请。")));
    }

    private static List<Finding> findings(Optional<Finding> number, Optional<Finding> name) {
        return Stream.concat(number.stream(), name.stream()).toList();
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
