package org.haina.integrations.licencestore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityAnswerException.Reason;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.TokenCache;
import org.haina.integrations.channel.TokenCache.Token;

/** The store's envelope: head with access id, token and time around the data; log-in by account. */
final class StoreSession {

    static final String AUTHORITY = "licence-store";
    private static final String NOT_LOGGED_IN = "11";

    private final AuthoritySettings settings;
    private final Channel channel;
    private final TokenCache token;
    private final Clock clock;

    StoreSession(AuthoritySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.channel = new Channel(AUTHORITY, settings, clock);
        this.token = new TokenCache(AUTHORITY, this::login, settings.readTimeout(), clock);
    }

    Channel channel() {
        return channel;
    }

    Fields call(String path, String requestId, ObjectNode data) {
        return token.with(key -> accepted(channel.post(path, requestId, Map.of(), envelope(key, data))));
    }

    private ObjectNode envelope(String key, ObjectNode data) {
        var body = Channel.object();
        body.putObject("head")
                .put("accessId", settings.clientId())
                .put("accessToken", key)
                .put("time", Long.toString(clock.millis()));
        return body.set("data", data);
    }

    private static Fields accepted(Fields answer) {
        var status = answer.object("head").text("status");
        if (status.equals(NOT_LOGGED_IN)) {
            throw new AuthorityAnswerException(AUTHORITY, Reason.REJECTED, 401, "code 11", null);
        }
        if (!status.equals("0")) {
            throw answer.rejected(status);
        }
        return answer.object("data");
    }

    private Token login() {
        var account = Channel.object().put("account", settings.clientId()).put("password", settings.secret());
        var session = accepted(channel.post("/cert/usage/login.do", "login-" + clock.millis(), Map.of(), account));
        var seconds = session.text("validSeconds");
        if (!seconds.matches("\\d{1,8}")) {
            throw session.malformed("validSeconds");
        }
        return new Token(session.text("sessionId"), clock.instant().plusSeconds(Long.parseLong(seconds)));
    }
}
