package org.haina.service.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.checks.CaseCheck;
import org.haina.service.checks.Checks;
import org.haina.service.checks.ManualVerdicts;
import org.haina.service.clock.CaseClocks;
import org.haina.service.credit.CreditStandings;
import org.haina.service.decisions.Eligibility;
import org.haina.service.decisions.Opinions;
import org.haina.service.intake.Corrections;
import org.haina.service.intake.Markable;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Parties;
import org.haina.service.procedure.CaseActs;
import org.springframework.stereotype.Component;

/** Gathers a case's page from the features that know its parts. Whether the reader may see the case was asked before. */
@Component
class CasePages {

    private final Cases cases;
    private final Catalog catalog;
    private final Organs organs;
    private final Parties parties;
    private final Checks checks;
    private final CreditStandings standings;
    private final ManualVerdicts verdicts;
    private final Eligibility eligibility;
    private final Opinions opinions;
    private final Corrections corrections;
    private final Markable markable;
    private final CaseClocks clocks;
    private final MaterialSheets materials;
    private final TaskPanels tasks;
    private final CaseActs acts;
    private final FurtherParts further;

    CasePages(
            Cases cases,
            Catalog catalog,
            Organs organs,
            Parties parties,
            Checks checks,
            CreditStandings standings,
            ManualVerdicts verdicts,
            Eligibility eligibility,
            Opinions opinions,
            Corrections corrections,
            Markable markable,
            CaseClocks clocks,
            MaterialSheets materials,
            TaskPanels tasks,
            CaseActs acts,
            FurtherParts further) {
        this.cases = cases;
        this.catalog = catalog;
        this.organs = organs;
        this.parties = parties;
        this.checks = checks;
        this.standings = standings;
        this.verdicts = verdicts;
        this.eligibility = eligibility;
        this.opinions = opinions;
        this.corrections = corrections;
        this.markable = markable;
        this.clocks = clocks;
        this.materials = materials;
        this.tasks = tasks;
        this.acts = acts;
        this.further = further;
    }

    /** @param revealed true to show what is masked: the caller has recorded why */
    CasePage of(CaseFile file, Official official, TaskPanel.Attempt attempt, boolean revealed) {
        ItemVersion version = catalog.version(file.itemVersion());
        return new CasePage(
                head(file, version, revealed),
                facts(file, version, revealed),
                new CasePage.Side(
                        limits(file.number()),
                        tasks.of(file, version, official, attempt),
                        acts.panel(file, official),
                        cases.timeline(file.number())),
                further.of(file, version, official));
    }

    /** With the phrase that was asked for, if the own task has it. */
    TaskInput inserted(CaseFile file, Official official, TaskInput input) {
        return tasks.inserted(file, catalog.version(file.itemVersion()), official, input);
    }

    private CasePage.Head head(CaseFile file, ItemVersion version, boolean revealed) {
        return new CasePage.Head(
                file,
                version.definition().title().zh(),
                file.status().label(version.definition()),
                version.definition().resultWords(),
                !version.definition().checks().isEmpty(),
                organs.find(file.district()).map(Organ::name).orElse(file.org()),
                parties.get(file.applicant()),
                file.agent().map(parties::get),
                revealed);
    }

    private CasePage.Facts facts(CaseFile file, ItemVersion version, boolean revealed) {
        CaseNumber number = file.number();
        ObjectNode data = cases.answers(file);
        List<CaseCheck> asked = Stream.concat(checks.of(number).stream(), standings.shown(number).stream())
                .toList();
        return new CasePage.Facts(
                AnswerSheet.of(version, data, asked, revealed),
                RegisterSheet.of(version, asked, revealed),
                materials.of(file, version),
                eligibility.course(file),
                verdicts.of(number),
                opinions.of(number),
                corrections.of(number),
                markable.settled(version));
    }

    private List<CasePage.Limit> limits(CaseNumber number) {
        return clocks.deadlines(number).stream()
                .map(deadline -> new CasePage.Limit(
                        deadline.clock().label(),
                        DueChip.of(deadline),
                        Optional.of(deadline.clock()).flatMap(name -> clocks.explain(number, name))))
                .toList();
    }
}
