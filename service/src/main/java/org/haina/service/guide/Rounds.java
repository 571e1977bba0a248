package org.haina.service.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.haina.processes.ItemDefinition;
import org.haina.processes.Window;
import org.haina.processes.Window.Round;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** When an item takes applications, in words. */
@Component
class Rounds {

    private final Clock clock;
    private final ChineseWords words;

    Rounds(Clock clock, ChineseWords words) {
        this.clock = clock;
        this.words = words;
    }

    /**
     * @param now the round that is open; empty for an item without rounds
     * @param next the round after today
     */
    record Opening(boolean open, Optional<Round> now, Optional<Round> next, String words) {}

    Opening of(ItemDefinition item) {
        Window window = item.window();
        if (window == null) {
            return new Opening(true, Optional.empty(), Optional.empty(), "全年受理");
        }
        LocalDate today = LocalDate.now(clock);
        Optional<Round> now = window.openOn(today);
        Optional<Round> next = window.nextAfter(today);
        return new Opening(now.isPresent(), now, next, words(now, next));
    }

    private String words(Optional<Round> now, Optional<Round> next) {
        return now.map(round -> round.name() + "正在受理，截止" + words.day(round.closes()))
                .or(() -> next.map(round -> "现在不受理，" + words.day(round.opens()) + "起受理" + round.name()))
                .orElse("现在不受理，下一次受理时间尚未公布");
    }
}
