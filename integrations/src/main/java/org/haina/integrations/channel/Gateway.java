package org.haina.integrations.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.haina.integrations.AuthoritySettings;

/**
 * An authority behind the national sharing gateway: every call carries requester, service, time and signature; the
 * signing secret is fetched under our application key and renewed before it ends.
 */
public final class Gateway {

    private static final String REFRESH = "/sysapi/auth/refreshappsecret";

    private final Channel channel;
    private final AuthoritySettings settings;
    private final Clock clock;
    private final TokenCache secret;

    public Gateway(String authority, AuthoritySettings settings, Clock clock) {
        this.channel = new Channel(authority, settings, clock);
        this.settings = settings;
        this.clock = clock;
        this.secret = new TokenCache(authority, this::refreshed, settings.readTimeout(), clock);
    }

    public Channel channel() {
        return channel;
    }

    /** Calls a service, which is also the path below the base URL. */
    public Fields call(String service, String requestId, ObjectNode body) {
        return secret.with(
                key -> channel.post("/" + service, requestId, headers(settings.service(service), key), body));
    }

    private TokenCache.Token refreshed() {
        var answer = channel.post(
                REFRESH, "refresh-" + clock.millis(), headers("refreshappsecret", settings.secret()), Channel.object());
        if (!answer.text("code").equals("0")) {
            throw answer.rejected(answer.text("code"));
        }
        var data = answer.object("data");
        return new TokenCache.Token(opened(data), until(data));
    }

    private String opened(Fields data) {
        try {
            return GatewaySignature.open(data.text("secret"), settings.secret());
        } catch (IllegalArgumentException e) {
            throw data.malformed("secret");
        }
    }

    private static Instant until(Fields data) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(data.text("secretEndTime")));
        } catch (NumberFormatException e) {
            throw data.malformed("secretEndTime");
        }
    }

    private Map<String, String> headers(String sid, String key) {
        var rid = settings.clientId();
        var rtime = Long.toString(clock.millis());
        return Map.of(
                "gjgxjhpt_rid", rid,
                "gjgxjhpt_sid", sid,
                "gjgxjhpt_rtime", rtime,
                "gjgxjhpt_sign", GatewaySignature.sign(key, sid, rid, rtime));
    }
}
