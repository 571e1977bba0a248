package org.haina.service.demo;

import static org.haina.service.cases.CaseStatus.AWAITING_CORRECTION;
import static org.haina.service.cases.CaseStatus.REFUSED;

import java.util.List;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.intake.Corrections;
import org.haina.service.worklist.TaskCommand.Mark;

/** Brings one case one step nearer to where it shall stay. */
@DemoOnly
class DemoStep {

    /** How a case stands after it was looked at. */
    enum Result {
        ARRIVED,
        MOVED,
        /** A register has not answered yet. */
        WAITS,
        /** It could not be brought further. */
        FAILED
    }

    private final DemoOffice office;
    private final DemoCitizens citizens;
    private final Corrections corrections;
    private final DemoEnds ends;

    DemoStep(DemoOffice office, DemoCitizens citizens, Corrections corrections, DemoEnds ends) {
        this.office = office;
        this.citizens = citizens;
        this.corrections = corrections;
        this.ends = ends;
    }

    Result take(DemoCase planned, CaseFile file) {
        boolean open = planned.corrected() && corrections.of(file.number()).isEmpty();
        boolean below = planned.reported() && file.participants().isEmpty();
        if (file.status() == planned.until() && !open && !below
                || file.status().isTerminal() && !toAnnul(planned, file) && !ends.isPlanned(planned, file)) {
            return Result.ARRIVED;
        }
        return moved(planned, file) ? Result.MOVED : Result.WAITS;
    }

    /** What was granted upon a promise that is found false. */
    private static boolean toAnnul(DemoCase planned, CaseFile file) {
        return planned.until() == CaseStatus.ANNULLED && file.status() == CaseStatus.GRANTED;
    }

    private boolean annul(DemoCase planned, CaseFile file) {
        return office.complete(file, Role.REVIEWER, "broken", List.of(), planned.text(), List.of())
                || office.complete(file, Role.DECIDER, "annulled", List.of(), "已听取当事人的陈述，没有新的证据。", List.of());
    }

    private boolean moved(DemoCase planned, CaseFile file) {
        return switch (file.status()) {
            case RECEIVED -> received(planned, file);
            case AWAITING_CORRECTION -> awaiting(planned, file);
            case ACCEPTED -> accepted(planned, file);
            case REVIEWING -> review(planned, file);
            case DECIDING -> decide(planned, file);
            case GRANTED -> ends.isPlanned(planned, file) ? ends.move(planned, file) : annul(planned, file);
            case TRANSFERRING -> office.takeOver(file, "材料收齐，由本机关的民办教育科接着办理。");
            default -> false;
        };
    }

    private boolean received(DemoCase planned, CaseFile file) {
        if (planned.corrected() && corrections.of(file.number()).isEmpty()) {
            return ask(planned, file, "material:photo");
        }
        return switch (planned.until()) {
            case AWAITING_CORRECTION -> ask(planned, file, "/address");
            case CORRECTION_EXPIRED -> ask(planned, file, "material:exam-certificate");
            case NOT_ACCEPTED -> clerk(file, "refuse", List.of("false-papers"), planned.text(), List.of());
            case NOT_REQUIRED -> clerk(file, "notRequired", List.of("licence-not-required"), planned.text(), List.of());
            case ANSWERED -> answer(planned, file, "answered");
            case PASSED_ON -> answer(planned, file, "passedOn");
            case TRANSFERRING, TRANSFERRED -> office.handOver(file, planned.text());
            case VOIDED -> office.voidCase(file, planned.text());
            case WITHDRAWN -> {
                citizens.withdraw(planned, file);
                yield true;
            }
            default -> clerk(file, "accept", List.of(), "", List.of());
        };
    }

    /** What somebody complains of is no clerk's to answer. */
    private boolean answer(DemoCase planned, CaseFile file, String outcome) {
        Role role = file.supervised() ? Role.SUPERVISOR : Role.CLERK;
        return office.complete(file, role, outcome, List.of(), planned.text(), List.of());
    }

    private boolean accepted(DemoCase planned, CaseFile file) {
        return switch (planned.until()) {
            case FILED -> clerk(file, "filed", List.of(), "", List.of());
            case NOT_FILED -> clerk(file, "notFiled", List.of(), planned.text(), List.of());
            default -> office.complete(file, Role.REVIEWER, "passed", List.of(), "已电话核实，情况属实。", List.of());
        };
    }

    private boolean ask(DemoCase planned, CaseFile file, String target) {
        return clerk(file, "correct", List.of(), "", List.of(new Mark(target, "", planned.text())));
    }

    private boolean clerk(CaseFile file, String outcome, List<String> reasons, String opinion, List<Mark> marks) {
        return office.complete(file, Role.CLERK, outcome, reasons, opinion, marks);
    }

    private boolean awaiting(DemoCase planned, CaseFile file) {
        if (planned.corrected()) {
            citizens.answer(planned, file);
        } else if (planned.until() != AWAITING_CORRECTION) {
            citizens.letCorrectionExpire(file);
        }
        return true;
    }

    /** Words of the plan are against the applicant from here on. */
    private boolean review(DemoCase planned, CaseFile file) {
        if (planned.until() == CaseStatus.SPECIAL_PROCEDURE) {
            return office.askThirdParty(file, planned.text());
        }
        if (planned.until() == CaseStatus.DEFERRAL_EXPIRED) {
            citizens.letDeferralExpire(file);
            return true;
        }
        if (office.complete(file, Role.REVIEWER, "fit", List.of(), "两名工作人员到场查看，场所与申请一致。", List.of())
                || office.confirm(file)) {
            return true;
        }
        boolean against = isAgainst(planned);
        return office.complete(
                file,
                Role.REVIEWER,
                against ? "reject" : "approve",
                List.of(),
                against ? planned.text() : "材料齐全，符合认定条件。",
                List.of());
    }

    private boolean decide(DemoCase planned, CaseFile file) {
        boolean refused = planned.until() == REFUSED;
        return office.complete(
                file,
                Role.DECIDER,
                refused ? "refused" : "granted",
                List.of(),
                refused ? planned.text() : "同意。",
                List.of());
    }

    private static boolean isAgainst(DemoCase planned) {
        return planned.until() == REFUSED
                || planned.until() == CaseStatus.DECIDING && !planned.text().isEmpty();
    }
}
