package org.haina.service.guide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Question;
import org.haina.forms.FormLayout.Widget;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.decisions.Eligibility;
import org.haina.service.edge.Problem;
import org.haina.service.keys.ItemKey;
import org.haina.service.questions.QuestionView;
import org.haina.service.questions.QuestionViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我能办吗: the item's own table, fed with the few answers it weighs. Nothing is stored, nobody signs in. */
@Controller
@RequestMapping("/items/{key}/self-check")
@MayCall(Who.ANYBODY)
class SelfCheckController {

    /** What can be answered by choosing; names, numbers and declarations weigh nothing here. */
    private static final Set<Widget> ASKED = Set.of(Widget.RADIO, Widget.SELECT, Widget.DATE, Widget.BIRTHDATE);

    private final Catalog catalog;
    private final Eligibility eligibility;

    SelfCheckController(Catalog catalog, Eligibility eligibility) {
        this.catalog = catalog;
        this.eligibility = eligibility;
    }

    @GetMapping
    String ask(@PathVariable String key, Model model) {
        ItemVersion item = item(key);
        return draw(item, JsonNodeFactory.instance.objectNode(), List.of(), model);
    }

    @PostMapping
    String answer(@PathVariable String key, @RequestParam MultiValueMap<String, String> post, Model model) {
        ItemVersion item = item(key);
        Form form = item.applicationForm();
        List<Question> questions = questions(item);
        ObjectNode data = form.bind(questions, post, JsonNodeFactory.instance.objectNode());
        Set<String> asked = questions.stream()
                .filter(q -> form.visible(q, data))
                .map(Question::field)
                .collect(Collectors.toSet());
        List<Finding> findings = form.check(data).stream()
                .filter(f -> asked.contains(QuestionViews.field(f)) && !f.rule().equals("agreement"))
                .toList();
        if (findings.isEmpty()) {
            model.addAttribute(
                    "reasons",
                    eligibility.forecast(item, data).stream()
                            .filter(reason -> reason.bars())
                            .toList());
        }
        return draw(item, data, findings, model);
    }

    private String draw(ItemVersion item, ObjectNode data, List<Finding> findings, Model model) {
        List<QuestionView> views = QuestionViews.of(item.applicationForm(), data)
                .findings(findings)
                .everythingOpen()
                .list(questions(item));
        model.addAllAttributes(Map.of("item", item.definition(), "questions", views, "wrong", !findings.isEmpty()));
        return "guide/self-check";
    }

    /** Questions the item's table draws facts from, as {@code facts.yaml} says. */
    private List<Question> questions(ItemVersion item) {
        return questions(item, eligibility);
    }

    static List<Question> questions(ItemVersion item, Eligibility eligibility) {
        Set<String> fields = eligibility.fieldsWeighed(item);
        return item.applicationForm()
                .layout()
                .questions()
                .filter(q -> ASKED.contains(q.widget()) && fields.contains(q.field()))
                .toList();
    }

    private ItemVersion item(String key) {
        return ItemKey.find(key)
                .map(catalog::current)
                .orElseThrow(() -> Problem.notFound("没有这个事项，或者事项已经下线。请返回首页重新查找。"));
    }
}
