package org.haina.service.guide;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.processes.ItemDefinition;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: search and what one can do here. */
@Controller
@MayCall(Who.ANYBODY)
class HomeController {

    private static final int LONGEST_QUERY = 60;

    private final Catalog catalog;
    private final Drafts drafts;
    private final Rounds rounds;

    HomeController(Catalog catalog, Drafts drafts, Rounds rounds) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.rounds = rounds;
    }

    /** One item in a list. */
    record Entry(String title, String path, String state, boolean open) {}

    @GetMapping("/")
    String home(@RequestParam(name = "q", defaultValue = "") String query, Caller caller, Model model) {
        String wanted = query.strip();
        String shown = wanted.length() > LONGEST_QUERY ? wanted.substring(0, LONGEST_QUERY) : wanted;
        List<ItemVersion> all = catalog.items();
        List<ItemVersion> found =
                all.stream().filter(item -> matches(item.definition(), shown)).toList();
        model.addAttribute("query", shown);
        model.addAttribute("found", !found.isEmpty());
        model.addAttribute(
                "items",
                (found.isEmpty() ? all : found).stream().map(this::entry).toList());
        model.addAttribute("draft", latest(caller));
        return "guide/home";
    }

    private Entry entry(ItemVersion item) {
        return new Entry(
                item.definition().title().zh(),
                "/items/" + item.key(),
                rounds.of(item.definition()).words(),
                rounds.of(item.definition()).open());
    }

    private Optional<Draft> latest(Caller caller) {
        return caller instanceof Caller.Citizen citizen
                ? drafts.open(citizen.party()).stream().findFirst()
                : Optional.empty();
    }

    /** Every word must occur somewhere in what people would call the item, or contain one of its keywords. */
    private static boolean matches(ItemDefinition item, String query) {
        String text = plain(String.join(
                " ",
                item.title().zh(),
                item.title().en(),
                item.codes().basic(),
                String.join(" ", item.alsoCalled()),
                String.join(" ", questions(item))));
        return Stream.of(plain(query).strip().split("\\s+"))
                .allMatch(word ->
                        text.contains(word) || item.alsoCalled().stream().anyMatch(word::contains));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static List<String> questions(ItemDefinition item) {
        return item.faqs().stream().map(ItemDefinition.Faq::question).toList();
    }
}
