package org.haina.service.applications;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.haina.processes.Window;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Outside the item's rounds nothing is taken (for teachers: 教师资格条例 14). */
@Component
@Order(10)
class WindowRule implements SubmissionRule {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        return Optional.ofNullable(candidate.item().definition().window())
                .filter(window -> window.openOn(candidate.today()).isEmpty())
                .map(window -> new Refusal(Refusal.Reason.WINDOW_CLOSED, words(window, candidate.today())));
    }

    private static String words(Window window, LocalDate today) {
        return window.nextAfter(today)
                .map(next -> "现在不在受理期限内。下一次受理：%s至%s。".formatted(DAY.format(next.opens()), DAY.format(next.closes())))
                .orElse("现在不在受理期限内，下一次受理时间尚未公布。");
    }
}
