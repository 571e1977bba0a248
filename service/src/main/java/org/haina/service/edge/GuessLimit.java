package org.haina.service.edge;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps the second half of a secret from being tried out from many addresses: counts the questions about one number,
 * whoever asks and whether the number exists or not. On one node.
 */
@Component
public class GuessLimit {

    private final int most;
    private final Buckets buckets = new Buckets(Duration.ofHours(1));

    GuessLimit(EdgeSettings settings) {
        this.most = settings.limits().perNumber();
    }

    /** @throws Problem if that number was asked about too often within the hour */
    public void ask(String number) {
        ConsumptionProbe probe = buckets.take(number, most);
        if (!probe.isConsumed()) {
            long minutes = TimeUnit.NANOSECONDS.toMinutes(probe.getNanosToWaitForRefill()) + 1;
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-requests",
                    "操作过于频繁",
                    "这个编号在短时间内被查询的次数过多。请在 " + minutes + " 分钟后再试，或者登录后在“我的办件”中查看。");
        }
    }
}
