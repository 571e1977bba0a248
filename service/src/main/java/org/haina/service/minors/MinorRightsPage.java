package org.haina.service.minors;

import java.util.Optional;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 未成年人个人信息保护: what guardian and child may ask for, and where; open to anybody. */
@Controller
@MayCall(Who.ANYBODY)
class MinorRightsPage {

    private final Catalog catalog;

    MinorRightsPage(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The page.
     *
     * @param item about which a question would be asked; left out if there is none
     * @param number of the case that a complaint would name; whose it is, is asked there
     */
    @GetMapping("/minors/rights")
    String show(
            @RequestParam(defaultValue = "") String item,
            @RequestParam(name = "case", defaultValue = "") String number,
            Model model) {
        model.addAttribute(
                "about",
                ItemKey.find(item)
                        .flatMap(catalog::find)
                        .map(found -> found.key().value())
                        .orElse(null));
        model.addAttribute(
                "number", Optional.of(number).filter(CaseNumber::isValid).orElse(null));
        return "minors/rights";
    }
}
