package org.haina.service.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.haina.service.cases.Cases;
import org.haina.service.questions.QuestionView;
import org.haina.service.questions.QuestionViews;
import org.springframework.stereotype.Component;

/** What was filed, secrets included: for the applicant, whose own words they are. */
@Component
class CaseAnswers {

    private final Cases cases;

    CaseAnswers(Cases cases) {
        this.cases = cases;
    }

    record Section(String title, List<QuestionView> questions) {}

    ObjectNode whole(OwnCase own) {
        return cases.answers(own.file());
    }

    List<Section> of(OwnCase own) {
        ObjectNode data = whole(own);
        QuestionViews views = QuestionViews.of(own.form(), data);
        return own.form().layout().pages().stream()
                .map(page -> new Section(
                        page.title().zh(),
                        views.list(own.form().visible(page, data)).stream()
                                .filter(question -> !question.file())
                                .toList()))
                .filter(section -> !section.questions().isEmpty())
                .toList();
    }
}
