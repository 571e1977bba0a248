package org.haina.service.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What other offices offer to this one, oldest first: one query for the cases and one for their names. */
@Controller
class HandOversController {

    private static final int PAGE = 50;

    /** An offered case. */
    record Row(CaseFile file, String item, String applicant, String from) {}

    private final CaseLists lists;
    private final Catalog catalog;
    private final Organs organs;
    private final Parties parties;

    HandOversController(CaseLists lists, Catalog catalog, Organs organs, Parties parties) {
        this.lists = lists;
        this.catalog = catalog;
        this.organs = organs;
        this.parties = parties;
    }

    @GetMapping("/desk/hand-overs")
    @MayCall(Who.CLERK)
    String list(@RequestParam Optional<String> after, Official clerk, Model model) {
        List<CaseFile> found =
                lists.offeredTo(clerk.org(), after.filter(CaseNumber::isValid).map(CaseNumber::new), PAGE + 1);
        List<CaseFile> offered = found.subList(0, Math.min(PAGE, found.size()));
        Map<PartyId, PartyView> names =
                parties.views(offered.stream().map(CaseFile::applicant).toList());
        model.addAttribute(
                "rows", offered.stream().map(file -> row(file, names)).toList());
        model.addAttribute(
                "next", found.size() > PAGE ? offered.get(PAGE - 1).number().value() : "");
        model.addAttribute("later", after.isPresent());
        return "procedure/hand-overs";
    }

    private Row row(CaseFile file, Map<PartyId, PartyView> names) {
        return new Row(
                file,
                catalog.version(file.itemVersion()).definition().title().zh(),
                Optional.ofNullable(names.get(file.applicant()))
                        .map(PartyView::name)
                        .orElse("—"),
                organs.byCode(file.org()).map(Organ::name).orElse(file.org()));
    }
}
