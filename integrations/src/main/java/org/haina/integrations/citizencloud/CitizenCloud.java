package org.haina.integrations.citizencloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.TokenCache;
import org.haina.integrations.channel.TokenCache.Token;
import org.haina.integrations.citizencloud.ProfileAnswer.Profile;

/** The citizen cloud; pushes have one effect per request id. */
public final class CitizenCloud {

    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String NO_SUCH_USER = "1001";

    private final AuthoritySettings settings;
    private final Channel channel;
    private final TokenCache token;
    private final Clock clock;

    public CitizenCloud(AuthoritySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.channel = new Channel("citizen-cloud", settings, clock);
        this.token = new TokenCache("citizen-cloud", this::login, settings.readTimeout(), clock);
    }

    /** The profile a citizen agreed to share with services. */
    public ProfileAnswer profile(String requestId, String idNumber, String purpose) {
        var question = Channel.object().put("zjlx", "111").put("zjhm", idNumber).put("cxsy", purpose);
        var answer = call("/user/info", requestId, question);
        if (answer.text("code").equals(NO_SUCH_USER)) {
            return new ProfileAnswer.NotFound();
        }
        return profile(accepted(answer).object("data").about("zjhm", idNumber));
    }

    /** Shows a case's new status; returns the cloud's receipt number. */
    public String push(StatusPush push) {
        var body = Channel.object()
                .put("qqbh", push.requestId())
                .put("zjhm", push.idNumber())
                .put("bjbh", push.caseNumber())
                .put("sxmc", push.itemTitle())
                .put("zt", push.status())
                .put("ztms", push.statusText())
                .put("fssj", LOCAL_TIME.format(push.at()));
        return receipt(call("/case/status", push.requestId(), body));
    }

    /** Delivers a message; returns the cloud's receipt number. */
    public String push(MessagePush push) {
        var body = Channel.object()
                .put("qqbh", push.requestId())
                .put("zjhm", push.idNumber())
                .put("bt", push.title())
                .put("nr", push.text())
                .put("fssj", LOCAL_TIME.format(push.at()));
        return receipt(call("/message/push", push.requestId(), body));
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return channel.open();
    }

    private Fields call(String path, String requestId, ObjectNode body) {
        return token.with(key -> channel.post(path, requestId, Map.of("Authorization", "Bearer " + key), body));
    }

    private Token login() {
        var answer = channel.postForm(
                "/oauth2/token",
                "grant_type=client_credentials&client_id=" + encoded(settings.clientId()) + "&client_secret="
                        + encoded(settings.secret()));
        var seconds = answer.text("expires_in");
        if (!seconds.matches("\\d{1,8}")) {
            throw answer.malformed("expires_in");
        }
        return new Token(answer.text("access_token"), clock.instant().plusSeconds(Long.parseLong(seconds)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static String receipt(Fields answer) {
        return accepted(answer).object("data").text("hzbh");
    }

    private static Fields accepted(Fields answer) {
        if (!answer.text("code").equals("0")) {
            throw answer.rejected(answer.text("code"));
        }
        return answer;
    }

    private static Profile profile(Fields user) {
        return new Profile(
                user.text("xm"),
                user.text("zjlx"),
                user.text("zjhm"),
                user.text("xb"),
                user.text("mz"),
                user.date("csrq"),
                level(user),
                user.find("sjhm"),
                user.find("jzqh"),
                user.find("jzdz"),
                user.find("hjqh"),
                user.find("hjdz"));
    }

    private static int level(Fields user) {
        var level = user.text("smdj");
        if (!level.matches("[1-3]")) {
            throw user.malformed("smdj");
        }
        return Integer.parseInt(level);
    }
}
