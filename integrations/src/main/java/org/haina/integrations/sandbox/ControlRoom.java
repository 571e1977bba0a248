package org.haina.integrations.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steering and overview; only for the machine's own user, so calls from other sites' pages are refused. */
final class ControlRoom implements HttpHandler {

    private final List<Desk> desks;
    private final Switchboard switchboard;
    private final Ledger ledger;
    private final People people;

    ControlRoom(List<Desk> desks, Switchboard switchboard, Ledger ledger, People people) {
        this.desks = desks;
        this.switchboard = switchboard;
        this.ledger = ledger;
        this.people = people;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Counter.reply(exchange, isOurs(exchange) ? answer(exchange) : Reply.error(403, "403", "拒绝跨站请求"));
        }
    }

    // A name other than loopback means a rebound DNS name; an origin other than ours means a page of another site.
    private static boolean isOurs(HttpExchange exchange) {
        var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        return host.matches("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?")
                && (origin == null || origin.equals("http://" + host));
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var posted = exchange.getRequestMethod().equals("POST");
        var body = exchange.getRequestBody().readNBytes(1 << 20);
        if (path.equals("/")) {
            return Reply.html(new Overview(desks, switchboard, ledger).page());
        }
        if (posted && path.equals("/control/reset")) {
            switchboard.reset();
            ledger.reset();
            people.reset();
            return Reply.json(Json.object().put("reset", true));
        }
        if (posted && path.equals("/control/persons")) {
            return added(Json.read(body));
        }
        var parameters = parameters(exchange.getRequestURI().getRawQuery(), new String(body, UTF_8));
        return desk(path)
                .map(desk -> posted ? steered(desk, parameters) : Reply.json(state(desk)))
                .orElseGet(() -> Reply.error(404, "404", "没有这个地址"));
    }

    private Reply added(ObjectNode wanted) {
        try {
            return Reply.json(Json.object().put("idNumber", people.add(wanted).idNumber()));
        } catch (IllegalArgumentException e) {
            return Reply.error(400, "400", String.valueOf(e.getMessage()));
        } catch (Ledger.Conflict e) {
            return Reply.error(409, "409", "This ID number was added with other content");
        }
    }

    private Optional<Desk> desk(String path) {
        return desks.stream()
                .filter(desk -> path.equals("/control/" + desk.authority()))
                .findFirst();
    }

    private Reply steered(Desk desk, Map<String, String> parameters) {
        var mode = Mode.find(parameters.getOrDefault("mode", ""));
        var times = parameters.getOrDefault("times", "-1");
        var delay = parameters.getOrDefault("delay", "15000");
        if (mode.isEmpty() || !times.matches("-1|\\d{1,6}") || !delay.matches("\\d{1,6}")) {
            return Reply.error(400, "400", "mode, times or delay (ms) is wrong");
        }
        switchboard.set(
                desk.authority(),
                new Switchboard.Setting(mode.get(), Integer.parseInt(times), Duration.ofMillis(Long.parseLong(delay))));
        return parameters.containsKey("page")
                ? Reply.html("<meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url=/\">")
                : Reply.json(state(desk));
    }

    private ObjectNode state(Desk desk) {
        var state = Json.object()
                .put("register", desk.authority())
                .put("mode", switchboard.get(desk.authority()).mode().key())
                .put("calls", switchboard.calls(desk.authority()));
        var effects = state.putArray("effects");
        ledger.effects(desk.authority()).forEach(effect -> {
            var entry = effects.addObject().put("kind", effect.kind()).put("requestId", effect.requestId());
            entry.set("body", effect.body());
            entry.set("answer", effect.answer());
        });
        return state;
    }

    private static Map<String, String> parameters(String... forms) {
        var parameters = new HashMap<String, String>();
        for (var form : forms) {
            for (var pair : String.valueOf(form).split("&")) {
                var parts = pair.split("=", 2);
                if (parts.length == 2) {
                    parameters.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
                }
            }
        }
        return parameters;
    }
}
