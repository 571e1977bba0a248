package org.haina.service.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haina.processes.ItemDefinition.ResultWords;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.checks.ManualVerdicts;
import org.haina.service.clock.ClockExplanation;
import org.haina.service.decisions.Doubt;
import org.haina.service.decisions.Opinion;
import org.haina.service.deliveries.Delivery;
import org.haina.service.documents.CaseDocument;
import org.haina.service.intake.Correction;
import org.haina.service.keys.CaseNumber;
import org.haina.service.minors.GuardianConsent;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.parties.PartyView;
import org.haina.service.procedure.ActsPanel;
import org.haina.service.workflow.StuckJob;
import org.haina.service.yearlychecks.YearlyCheck;

/** A case as its page shows it. */
record CasePage(Head head, Facts facts, Side side, More more) {

    /**
     * @param status the item's own result words for a result
     * @param checked true if registers are asked
     */
    record Head(
            CaseFile file,
            String item,
            String status,
            ResultWords words,
            boolean checked,
            String organ,
            PartyView applicant,
            Optional<PartyView> agent,
            boolean revealed) {}

    /**
     * The left side: what the decision rests on.
     *
     * @param eligibility empty as long as nothing has been weighed
     * @param settled what a correction cannot ask for, as marks name it
     */
    record Facts(
            AnswerSheet answers,
            RegisterSheet registers,
            MaterialSheet materials,
            Optional<List<Doubt>> eligibility,
            Optional<ManualVerdicts.Verdict> verdict,
            List<Opinion> opinions,
            List<Correction> corrections,
            Set<String> settled) {}

    /** The right side: what is to be done, until when, and what was. */
    record Side(List<Limit> limits, TaskPanel task, ActsPanel acts, List<TimelineEntry> timeline) {}

    /** A running clock. */
    record Limit(String label, DueChip due, Optional<ClockExplanation> explanation) {}

    /**
     * What is seldom needed.
     *
     * @param deliveries of documents that have been served
     * @param unserved documents that wait to be served on paper
     * @param consent of the guardian of a child under fourteen
     * @param stuck steps of the system at which the case waits for an operator
     * @param archive true if the reader may open the packages of the case
     * @param yearly checks of the licence that the case has granted, the latest first
     * @param goesOnAs case of the organ that took it over, if the reader may see that
     */
    record More(
            List<CaseDocument> documents,
            Map<UUID, Delivery> deliveries,
            List<CaseDocument> unserved,
            DiagramSheet diagram,
            List<OutboundLedger.Entry> calls,
            List<StuckJob> stuck,
            List<Earlier> earlier,
            Optional<GuardianConsent> consent,
            boolean archive,
            List<YearlyCheck> yearly,
            Optional<CaseNumber> goesOnAs) {}

    /** Another case of the applicant that the reader may see. */
    record Earlier(CaseFile file, String item) {}
}
