package org.haina.service.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.haina.forms.FormLayout.Question;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.cases.Cases;
import org.haina.service.parties.Parties;
import org.haina.service.questions.QuestionView;
import org.haina.service.questions.QuestionViews;
import org.springframework.stereotype.Component;

/**
 * What was filed, secrets included: for the applicant, whose own words they are. An organisation's agent reads nothing that another one said
 * of himself: it was filled in from that person's account.
 */
@Component
class CaseAnswers {

    private static final String OF_PERSON = "citizen.";

    private final Cases cases;
    private final Parties parties;

    CaseAnswers(Cases cases, Parties parties) {
        this.cases = cases;
        this.parties = parties;
    }

    record Section(String title, List<QuestionView> questions) {}

    ObjectNode whole(OwnCase own, Citizen reader) {
        ObjectNode data = cases.answers(own.file());
        return isOfAnother(own, reader) ? data.without(ofPerson(own)) : data;
    }

    List<Section> of(OwnCase own, Citizen reader) {
        ObjectNode data = whole(own, reader);
        List<String> left = isOfAnother(own, reader) ? ofPerson(own) : List.of();
        QuestionViews views = QuestionViews.of(own.form(), data);
        return own.form().layout().pages().stream()
                .map(page -> new Section(
                        page.title().zh(),
                        views.list(own.form().visible(page, data)).stream()
                                .filter(question -> !question.file() && !left.contains(question.field()))
                                .toList()))
                .filter(section -> !section.questions().isEmpty())
                .toList();
    }

    private boolean isOfAnother(OwnCase own, Citizen reader) {
        return parties.isOrganisation(own.file().applicant())
                && !own.file().filedBy().equals(reader.id());
    }

    private static List<String> ofPerson(OwnCase own) {
        return own.form()
                .layout()
                .questions()
                .filter(question -> String.valueOf(question.prefill()).startsWith(OF_PERSON))
                .map(Question::field)
                .toList();
    }
}
