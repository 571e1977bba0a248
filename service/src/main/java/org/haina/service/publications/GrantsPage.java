package org.haina.service.publications;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.catalog.Catalog;
import org.haina.service.publications.PublishedGrants.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 许可公示, for anybody. */
@Controller
@RequestMapping("/grants")
@MayCall(Who.ANYBODY)
class GrantsPage {

    private static final int PAGE = 20;

    /** An item whose grants can be chosen. */
    record Choice(String key, String title) {}

    private final PublishedGrants grants;
    private final Catalog catalog;

    GrantsPage(PublishedGrants grants, Catalog catalog) {
        this.grants = grants;
        this.catalog = catalog;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Model model) {
        GrantSearch search = GrantSearch.of(asked);
        Page page = grants.page(search, PAGE);
        model.addAttribute("search", search);
        model.addAttribute("rows", page.rows());
        model.addAttribute("items", items());
        model.addAttribute("organs", grants.organs());
        model.addAttribute(
                "next",
                page.next().map(place -> search.href("/grants", page.next())).orElse(null));
        model.addAttribute("first", search.href("/grants", Optional.empty()));
        model.addAttribute("csv", search.href("/api/v1/grants.csv", search.after()));
        return "publications/grants";
    }

    private List<Choice> items() {
        return catalog.items().stream()
                .map(item -> item.definition())
                .filter(item -> item.publication() != null && item.publication().publishes())
                .map(item -> new Choice(item.key(), item.title().zh()))
                .sorted(Comparator.comparing(Choice::title))
                .toList();
    }
}
