package org.haina.service.guide;

import java.util.List;
import org.haina.processes.DiagramDrawing;
import org.haina.processes.ProcessModel;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Organs;
import org.haina.service.decisions.Eligibility;
import org.haina.service.edge.Problem;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The 办事指南 of one item (elements of GB/T 39046-2020). */
@Controller
@RequestMapping("/items/{key}")
class GuideController {

    private final Catalog catalog;
    private final Organs organs;
    private final Rounds rounds;
    private final Reminders reminders;
    private final Eligibility eligibility;

    GuideController(Catalog catalog, Organs organs, Rounds rounds, Reminders reminders, Eligibility eligibility) {
        this.catalog = catalog;
        this.organs = organs;
        this.rounds = rounds;
        this.reminders = reminders;
        this.eligibility = eligibility;
    }

    @GetMapping
    @MayCall(Who.ANYBODY)
    String guide(@PathVariable String key, Caller caller, Model model) {
        ItemVersion item = item(key);
        ProcessModel process = ProcessModel.parse(item.key() + ".bpmn", item.model());
        Rounds.Opening opening = rounds.of(item.definition());
        model.addAttribute("item", item.definition());
        model.addAttribute("opening", opening);
        model.addAttribute(
                "reminded",
                opening.next()
                        .filter(round -> caller instanceof Caller.Citizen citizen
                                && reminders.has(citizen.party(), item.key(), round.opens()))
                        .isPresent());
        model.addAttribute(
                "selfCheck", !SelfCheckController.questions(item, eligibility).isEmpty());
        model.addAttribute("byDistrict", asksDistrict(item));
        model.addAttribute("organ", organs.get(new District("310000")).name());
        model.addAttribute("districts", organs.all());
        model.addAttribute("diagram", DiagramDrawing.draw(process, List.of(), List.of()));
        model.addAttribute("handling", HandlingWords.of(item.definition(), process));
        model.addAttribute("words", GuideWords.of(item.definition()));
        return "guide/item";
    }

    /** A page of its own, so that who is not signed in comes back to it. */
    @GetMapping("/reminder")
    @MayCall(Who.CITIZEN)
    String reminder(@PathVariable String key, Caller.Citizen citizen, Model model) {
        ItemVersion item = item(key);
        Rounds.Opening opening = rounds.of(item.definition());
        model.addAttribute("item", item.definition());
        model.addAttribute("opening", opening);
        model.addAttribute(
                "reminded",
                opening.next()
                        .filter(round -> reminders.has(citizen.party(), item.key(), round.opens()))
                        .isPresent());
        return "guide/reminder";
    }

    @PostMapping("/reminder")
    @MayCall(Who.CITIZEN)
    String remind(
            @PathVariable String key, @RequestParam(defaultValue = "true") boolean wanted, Caller.Citizen citizen) {
        ItemVersion item = item(key);
        rounds.of(item.definition()).next().ifPresent(round -> {
            if (wanted) {
                reminders.add(citizen.party(), item.key(), round.opens());
            } else {
                reminders.remove(citizen.party(), item.key(), round.opens());
            }
        });
        return "redirect:/items/" + item.key() + "/reminder";
    }

    /** An item handled by the districts asks for one. */
    private static boolean asksDistrict(ItemVersion item) {
        return item.applicationForm().layout().questions().anyMatch(question -> question.field()
                .equals("district"));
    }

    private ItemVersion item(String key) {
        return ItemKey.find(key)
                .map(catalog::current)
                .orElseThrow(() -> Problem.notFound("没有这个事项，或者事项已经下线。请返回首页重新查找。"));
    }
}
