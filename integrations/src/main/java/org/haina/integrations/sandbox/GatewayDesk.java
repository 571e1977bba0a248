package org.haina.integrations.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.haina.integrations.channel.GatewaySignature;
import org.haina.integrations.registers.IntegrationsSettings;

/** The national sharing gateway before an authority: hands out signing secrets and checks every call's signature. */
final class GatewayDesk implements Desk {

    private static final String REFRESH = "/sysapi/auth/refreshappsecret";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration LIFE = Duration.ofHours(1);

    private record Secret(String value, Instant until) {}

    private final String authority;
    private final String title;
    private final Clock clock;
    private final Map<String, Function<Call, ObjectNode>> services;
    private Secret secret = new Secret("", Instant.MIN);

    GatewayDesk(String authority, String title, Clock clock, Map<String, Function<Call, ObjectNode>> services) {
        this.authority = authority;
        this.title = title;
        this.clock = clock;
        this.services = services;
    }

    @Override
    public String authority() {
        return authority;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean logsIn(String path) {
        return path.equals(REFRESH);
    }

    @Override
    public Reply serve(Call call) {
        if (logsIn(call.path())) {
            return signed(call, "refreshappsecret", IntegrationsSettings.SANDBOX_SECRET) ? refreshed() : unsigned();
        }
        var service = call.path().substring(1);
        var answer = services.get(service);
        if (answer == null) {
            return Reply.error(404, "404", "服务不存在");
        }
        return signed(call, service, current()) ? Reply.json(answer.apply(call)) : unsigned();
    }

    private static Reply unsigned() {
        return Reply.error(401, "401", "签名校验失败");
    }

    private boolean signed(Call call, String sid, String key) {
        var rid = call.header("gjgxjhpt_rid");
        var rtime = call.header("gjgxjhpt_rtime");
        var expected = GatewaySignature.sign(key, sid, rid, rtime);
        return rid.equals(IntegrationsSettings.SANDBOX_CLIENT)
                && sid.equals(call.header("gjgxjhpt_sid"))
                && timely(rtime)
                && MessageDigest.isEqual(
                        expected.getBytes(UTF_8), call.header("gjgxjhpt_sign").getBytes(UTF_8));
    }

    private boolean timely(String rtime) {
        return rtime.matches("\\d{13}")
                && Duration.between(Instant.ofEpochMilli(Long.parseLong(rtime)), clock.instant())
                                .abs()
                                .compareTo(SKEW)
                        <= 0;
    }

    private synchronized String current() {
        if (!clock.instant().isBefore(secret.until())) {
            secret = new Secret(UUID.randomUUID().toString(), clock.instant().plus(LIFE));
        }
        return secret.value();
    }

    private synchronized Reply refreshed() {
        var sealed = GatewaySignature.seal(current(), IntegrationsSettings.SANDBOX_SECRET);
        var answer = Json.object().put("code", "0");
        answer.putObject("data")
                .put("secret", sealed)
                .put("secretEndTime", Long.toString(secret.until().toEpochMilli()));
        return Reply.json(answer);
    }
}
