package org.haina.integrations.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives an authority's calls and behaves as told: well, slowly, wrongly or not at all. */
final class Counter implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
    private static final int LARGEST_CALL = 32 << 20;

    private final Desk desk;
    private final Switchboard switchboard;

    Counter(Desk desk, Switchboard switchboard) {
        this.desk = desk;
        this.switchboard = switchboard;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            treat(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "Sandbox {} failed at {}",
                    desk.authority(),
                    exchange.getRequestURI().getPath(),
                    e);
        }
    }

    private void treat(HttpExchange exchange) throws IOException, InterruptedException {
        var path = exchange.getRequestURI().getPath().substring(desk.authority().length() + 1);
        var body = exchange.getRequestBody().readNBytes(LARGEST_CALL);
        var call = new Call(path, exchange.getRequestHeaders(), Json.read(body), body);
        var setting = switchboard.get(desk.authority());
        if (!desk.logsIn(path)) {
            setting = switchboard.take(desk.authority());
        } else if (setting.mode() != Mode.DOWN) {
            setting = Switchboard.Setting.OK;
        }
        behave(exchange, call, setting.mode(), setting.delay());
    }

    private void behave(HttpExchange exchange, Call call, Mode mode, Duration delay)
            throws IOException, InterruptedException {
        switch (mode) {
            case OK -> reply(exchange, desk.serve(call));
            case SLOW -> {
                Thread.sleep(delay.toMillis());
                reply(exchange, desk.serve(call));
            }
            case FAIL -> reply(exchange, Reply.error(500, "500", "系统内部错误"));
            case DOWN -> {}
            case MALFORMED -> reply(exchange, text(200, "{\"code\": \"0\", \"data\": <html>"));
            case TIMEOUT_AFTER_WORK -> {
                desk.serve(call);
                Thread.sleep(delay.toMillis());
            }
            case TOO_MANY -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                reply(exchange, Reply.error(429, "429", "调用过于频繁"));
            }
            case WRONG_ID -> reply(exchange, aboutSomebodyElse(desk.serve(call)));
            case OVERSIZED -> reply(exchange, text(200, "{\"data\": \"" + "x".repeat(2 << 20) + "\"}"));
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "http://169.254.169.254/");
                reply(exchange, text(302, ""));
            }
        }
    }

    private static Reply aboutSomebodyElse(Reply reply) {
        var text = new String(reply.body(), UTF_8).replaceAll("319999\\d{11}[\\dX]", "319999190001010018");
        return new Reply(reply.status(), reply.type(), text.getBytes(UTF_8));
    }

    private static Reply text(int status, String text) {
        return new Reply(status, "application/json; charset=utf-8", text.getBytes(UTF_8));
    }

    static void reply(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }
}
