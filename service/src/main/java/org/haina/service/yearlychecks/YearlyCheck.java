package org.haina.service.yearlychecks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.processes.ItemLimits.Period;
import org.haina.service.keys.CaseNumber;

/**
 * One licence looked into in one year.
 *
 * @param number the case that has granted the licence
 * @param title of the licence
 * @param licence its number
 * @param lookBy last day of the organ's time
 * @param rectification the period for putting things right
 * @param finding what was found at first; empty until then
 * @param rectifyBy last day for putting things right; empty where nothing had to be
 * @param rectified what was found when that was looked into
 * @param result empty while it is open
 */
public record YearlyCheck(
        UUID id,
        CaseNumber number,
        String title,
        String licence,
        int year,
        LocalDate lookBy,
        Period rectification,
        Optional<String> finding,
        Optional<LocalDate> rectifyBy,
        Optional<String> rectified,
        Optional<Result> result) {

    public boolean isOpen() {
        return result.isEmpty();
    }

    /** In words, for everybody. */
    public String state() {
        return result.map(Result::label).orElseGet(() -> rectifyBy.isPresent() ? "限期整改" : "正在检查");
    }

    /** What was found, at first and when it was looked into again. */
    List<String> findings() {
        return Stream.of(finding, rectified).flatMap(Optional::stream).toList();
    }

    /** How it ended. */
    public enum Result {
        PASSED("合格"),
        /** Put right within the time given. */
        RECTIFIED("整改后合格"),
        FAILED("不合格"),
        /** The licence ended before the check did. */
        LAPSED("许可证已失效，不再检查");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
