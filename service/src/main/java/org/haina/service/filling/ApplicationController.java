package org.haina.service.filling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.processes.Window;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.applications.Drafts;
import org.haina.service.applications.OncePerRoundRule;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileLinks;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Beginning, list of tasks, throwing away. */
@Controller
@MayCall(Who.CITIZEN)
class ApplicationController {

    private final Catalog catalog;
    private final Drafts drafts;
    private final Starting starting;
    private final Filling.Desk desk;
    private final FileLinks links;
    private final OncePerRoundRule rounds;
    private final ForWhom forWhom;
    private final CaseAccess access;
    private final Clock clock;

    ApplicationController(
            Catalog catalog,
            Drafts drafts,
            Starting starting,
            Filling.Desk desk,
            FileLinks links,
            OncePerRoundRule rounds,
            ForWhom forWhom,
            CaseAccess access,
            Clock clock) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.starting = starting;
        this.desk = desk;
        this.links = links;
        this.rounds = rounds;
        this.forWhom = forWhom;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/items/{key}/apply")
    String before(
            @PathVariable String key,
            @RequestParam(name = "from", defaultValue = "") String origin,
            @RequestParam(name = "case", defaultValue = "") String own,
            Citizen citizen,
            Model model) {
        ItemVersion item = item(key);
        if (!isOpen(item)) {
            return guide(item);
        }
        List<ForWhom.Choice> choices = forWhom.choices(citizen, item);
        Optional<String> begun = choices.isEmpty() ? begun(item, citizen, citizen.party()) : Optional.empty();
        if (begun.isPresent()) {
            return begun.get();
        }
        model.addAttribute("choices", choices);
        model.addAttribute("nobody", forWhom.nobody(choices, item).orElse(null));
        model.addAttribute(
                "standing", choices.isEmpty() ? standing(item, citizen.party()).orElse(null) : null);
        model.addAttribute("item", item.definition());
        model.addAttribute(
                "origin", origin(origin, item).map(seen -> seen.key().value()).orElse(null));
        model.addAttribute(
                "ownCase", ownCase(own, citizen).map(CaseNumber::value).orElse(null));
        model.addAttribute("asked", Starting.asksRegisters(item));
        model.addAttribute("pages", item.applicationForm().layout().pages());
        return "filling/begin";
    }

    /** Where a closed item leads. */
    private static String guide(ItemVersion item) {
        return "redirect:/items/" + item.key();
    }

    /** Where somebody goes on who has begun to fill one in for this applicant. */
    private Optional<String> begun(ItemVersion item, Citizen citizen, PartyId applicant) {
        return drafts.latest(citizen.party(), item.key(), applicant)
                .map(draft -> "redirect:/applications/" + draft.id());
    }

    @PostMapping("/items/{key}/apply")
    String begin(
            @PathVariable String key,
            @RequestParam(name = "from", defaultValue = "") String origin,
            @RequestParam(name = "case", defaultValue = "") String own,
            @RequestParam(name = "for", defaultValue = "") String whom,
            Citizen citizen,
            RedirectAttributes next) {
        ItemVersion item = item(key);
        if (!isOpen(item)) {
            return guide(item);
        }
        ForWhom.Chosen chosen = forWhom.choose(whom, citizen, item);
        if (chosen instanceof ForWhom.Chosen.Nobody nobody) {
            next.addFlashAttribute("wrong", nobody.message());
            return "redirect:/items/" + item.key() + "/apply";
        }
        Optional<PartyId> principal = ((ForWhom.Chosen.Applicant) chosen).principal();
        PartyId applicant = principal.orElse(citizen.party());
        Optional<String> begun = begun(item, citizen, applicant);
        if (begun.isPresent()) {
            return begun.get();
        }
        Optional<CaseNumber> standing = standing(item, applicant);
        if (standing.isPresent()) {
            return "redirect:/cases/" + standing.get();
        }
        Starting.Started started = starting.start(
                citizen, principal, item, new Starting.Seen(origin(origin, item), ownCase(own, citizen)));
        next.addFlashAttribute("started", true);
        next.addFlashAttribute("silent", started.silent());
        return "redirect:/applications/" + started.draft().id() + onlyPage(item);
    }

    /** A form of one page needs no list of its pages. */
    private static String onlyPage(ItemVersion item) {
        var pages = item.applicationForm().layout().pages();
        return pages.size() == 1 ? "/pages/" + pages.get(0).key() : "";
    }

    /** The item the citizen was looking at, if it is another one. */
    private Optional<ItemVersion> origin(String key, ItemVersion item) {
        return ItemKey.find(key).filter(seen -> !seen.equals(item.key())).flatMap(catalog::find);
    }

    /** The case the citizen was looking at, if it is one of his own. */
    private Optional<CaseNumber> ownCase(String number, Citizen citizen) {
        return Optional.of(number)
                .filter(CaseNumber::isValid)
                .map(CaseNumber::new)
                .flatMap(known -> access.find(known, citizen))
                .map(CaseFile::number);
    }

    @GetMapping("/applications/{id}")
    String tasks(@PathVariable UUID id, Citizen citizen, Model model) {
        Filling filling = desk.open(id, citizen);
        if (filling.submitted()) {
            return filling.receipt();
        }
        model.addAttribute(
                "standing",
                standing(filling.item(), filling.draft().applicant()).orElse(null));
        model.addAttribute("filling", filling);
        model.addAttribute("tasks", filling.tasks());
        model.addAttribute(
                "done", filling.tasks().stream().filter(Filling.Task::done).count());
        return "filling/tasks";
    }

    @GetMapping("/applications/{id}/discard")
    String confirmDiscard(@PathVariable UUID id, Citizen citizen, Model model) {
        Filling filling = desk.open(id, citizen);
        if (filling.submitted()) {
            return filling.receipt();
        }
        model.addAttribute("filling", filling);
        return "filling/discard";
    }

    @PostMapping("/applications/{id}/discard")
    String discard(@PathVariable UUID id, Citizen citizen) {
        Filling filling = desk.open(id, citizen);
        if (!filling.submitted()) {
            links.releaseApplication(id);
            drafts.discard(id, citizen.party());
        }
        return "redirect:/my/cases";
    }

    private ItemVersion item(String key) {
        return ItemKey.find(key).map(catalog::current).orElseThrow(() -> Problem.notFound("没有这个事项。请返回首页重新查找。"));
    }

    private Optional<CaseNumber> standing(ItemVersion item, PartyId applicant) {
        return rounds.standing(applicant, item, LocalDate.now(clock));
    }

    private boolean isOpen(ItemVersion item) {
        Window window = item.definition().window();
        return window == null || window.openOn(LocalDate.now(clock)).isPresent();
    }
}
