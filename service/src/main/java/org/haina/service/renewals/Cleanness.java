package org.haina.service.renewals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.commitments.Commitments;
import org.haina.service.decisions.EligibilityReason;
import org.haina.service.decisions.FurtherCondition;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.haina.service.laterchecks.LaterChecks;
import org.haina.service.terminations.Terminations;
import org.haina.service.yearlychecks.YearlyCheck;
import org.haina.service.yearlychecks.YearlyCheck.Result;
import org.haina.service.yearlychecks.YearlyChecks;
import org.springframework.stereotype.Component;

/** Whether a licence is clean: whatever is found asks a person, nothing bars. Weighed with the item's table and shown on the desk. */
@Component
class Cleanness implements FurtherCondition {

    private static final String LAW = "《中华人民共和国行政许可法》第五十条、第六十一条";

    private final Licences licences;
    private final YearlyChecks yearlyChecks;
    private final LaterChecks laterChecks;
    private final Terminations terminations;
    private final Commitments commitments;
    private final Catalog catalog;
    private final Clock clock;

    Cleanness(
            Licences licences,
            YearlyChecks yearlyChecks,
            LaterChecks laterChecks,
            Terminations terminations,
            Commitments commitments,
            Catalog catalog,
            Clock clock) {
        this.licences = licences;
        this.yearlyChecks = yearlyChecks;
        this.laterChecks = laterChecks;
        this.terminations = terminations;
        this.commitments = commitments;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public List<EligibilityReason> against(CaseFile file) {
        ItemVersion item = catalog.version(file.itemVersion());
        if (item.definition().renewal() == null) {
            return List.of();
        }
        return licences.asked(item, file.data(), file.applicant())
                .filter(licence -> licence.isValidOn(LocalDate.now(clock)))
                .map(this::against)
                .orElseGet(() -> List.of(asks("licenceEnded", "要延续的许可证已经不是有效状态。")));
    }

    /** What is known here without asking a register. */
    List<EligibilityReason> against(Licence licence) {
        List<EligibilityReason> found = new ArrayList<>();
        yearly(licence).ifPresent(found::add);
        List<CaseNumber> chain = licences.cases(licence);
        if (chain.stream().anyMatch(laterChecks::isOpen)) {
            found.add(asks("laterCheckOpen", "对告知承诺的事后核查还没有完成。"));
        }
        if (chain.stream().anyMatch(number -> terminations.open(number).isPresent())) {
            found.add(asks("terminationOpen", "撤回、撤销、吊销或者注销许可的程序还没有办结。"));
        }
        if (commitments.barred(licence.holder())) {
            found.add(asks("promiseBroken", "举办者有没有修复的不实承诺记录。"));
        }
        return found;
    }

    private Optional<EligibilityReason> yearly(Licence licence) {
        return yearlyChecks.of(licence.grantedBy()).stream().findFirst().flatMap(Cleanness::of);
    }

    private static Optional<EligibilityReason> of(YearlyCheck last) {
        if (last.isOpen()) {
            return Optional.of(asks("yearlyCheckOpen", "%d年度检查还没有完成。".formatted(last.year())));
        }
        return last.result()
                .filter(Result.FAILED::equals)
                .map(failed -> asks("yearlyCheckFailed", "%d年度检查不合格。".formatted(last.year())));
    }

    private static EligibilityReason asks(String reason, String explanation) {
        return new EligibilityReason(reason, "asks", explanation, LAW);
    }
}
