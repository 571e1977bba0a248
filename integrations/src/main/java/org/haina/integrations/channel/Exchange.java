package org.haina.integrations.channel;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.AuthorityUnavailableException.Reason;
import org.jspecify.annotations.Nullable;

/** One request and its answer within the time limit, troubles told apart. */
final class Exchange {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final String authority;
    private final Duration limit;
    private final Clock clock;
    private final HttpClient http;

    Exchange(String authority, AuthoritySettings settings, Clock clock) {
        this.authority = authority;
        this.limit = settings.readTimeout();
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    byte[] send(HttpRequest request, int maxBytes) {
        return accepted(answer(http.sendAsync(request, LimitedBody.of(maxBytes))));
    }

    // The request's own timeout ends with the headers; this one covers a body that drips in byte by byte.
    private HttpResponse<byte[]> answer(CompletableFuture<HttpResponse<byte[]>> coming) {
        try {
            return coming.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw unavailable(Reason.TIMEOUT, null, null);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable(Reason.UNREACHABLE, null, e);
        } catch (ExecutionException e) {
            throw trouble(e.getCause());
        }
    }

    private RuntimeException trouble(@Nullable Throwable cause) {
        if (cause instanceof LimitedBody.TooLarge) {
            return refused(AuthorityAnswerException.Reason.TOO_LARGE, 200);
        }
        return unavailable(cause instanceof HttpTimeoutException ? Reason.TIMEOUT : Reason.UNREACHABLE, null, cause);
    }

    private byte[] accepted(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 429) {
            throw unavailable(Reason.TOO_MANY_REQUESTS, retryAfter(answer), null);
        }
        if (status >= 500 || status == 408) {
            throw unavailable(Reason.SERVER_ERROR, retryAfter(answer), null);
        }
        if (status >= 400) {
            throw refused(AuthorityAnswerException.Reason.REJECTED, status);
        }
        if (status >= 300) {
            throw refused(AuthorityAnswerException.Reason.REDIRECTED, status);
        }
        return answer.body();
    }

    private @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").map(this::pause).orElse(null);
    }

    private @Nullable Duration pause(String text) {
        try {
            var pause = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            return pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private AuthorityUnavailableException unavailable(
            Reason reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new AuthorityUnavailableException(authority, reason, retryAfter, cause);
    }

    private AuthorityAnswerException refused(AuthorityAnswerException.Reason reason, int status) {
        return new AuthorityAnswerException(authority, reason, status, "status " + status, null);
    }
}
