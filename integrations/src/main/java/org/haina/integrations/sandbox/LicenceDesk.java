package org.haina.integrations.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.haina.integrations.licencestore.LicenceIdentifier;
import org.haina.integrations.registers.IntegrationsSettings;

/** The e-licence store: log-in, envelope with head, purpose-bound reading, registration, status, verification. */
final class LicenceDesk implements Desk {

    private static final String LOGIN = "/cert/usage/login.do";
    private static final Set<String> HOLDER_TYPES = Set.of("001", "099", "111", "414", "511", "516", "553", "999");
    private static final Set<String> STATUSES = Set.of("01", "02", "03", "04", "05", "06", "07", "99");
    private static final Duration LINK_LIFE = Duration.ofMinutes(5);

    private record Link(byte[] file, Instant until) {}

    /** The store refuses with a code of its own. */
    private static final class Refused extends RuntimeException {
        private final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }
    }

    private final LicenceShelf shelf;
    private final Ledger ledger;
    private final Clock clock;
    private final String session = UUID.randomUUID().toString();
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    LicenceDesk(LicenceShelf shelf, Ledger ledger, Clock clock) {
        this.shelf = shelf;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String authority() {
        return LicenceShelf.AUTHORITY;
    }

    @Override
    public String title() {
        return "电子证照库";
    }

    @Override
    public boolean logsIn(String path) {
        return path.equals(LOGIN);
    }

    @Override
    public Reply serve(Call call) {
        if (call.path().startsWith("/files/")) {
            return file(call.path().substring("/files/".length()));
        }
        try {
            return Reply.json(envelope("0", "成功").set("data", answer(call)));
        } catch (Refused e) {
            return Reply.json(envelope(e.code, String.valueOf(e.getMessage())));
        } catch (Ledger.Conflict e) {
            return Reply.json(envelope("106", "请求编号已用于其他内容"));
        }
    }

    private static ObjectNode envelope(String status, String message) {
        var answer = Json.object();
        answer.putObject("head").put("status", status).put("message", message);
        return answer;
    }

    private ObjectNode answer(Call call) {
        if (logsIn(call.path())) {
            return login(call);
        }
        requireSession(call.json().path("head"));
        var data = call.json().path("data") instanceof ObjectNode object ? object : Json.object();
        return switch (call.path()) {
            case "/cert/usage/queryByHolder.do" -> query(data);
            case "/cert/usage/getSurface.do" -> certs(List.of(found(requireCause(data), "certIdentifier")));
            case "/cert/usage/download.do" -> download(call, requireCause(data));
            case "/cert/issue/register.do" -> register(call.header("X-Request-Id"), requireCause(data));
            case "/cert/issue/changeStatus.do" -> changeStatus(call.header("X-Request-Id"), data);
            case "/cert/verify.do" -> verify(data);
            default -> throw new Refused("404", "接口不存在");
        };
    }

    private ObjectNode login(Call call) {
        if (!call.text("account").equals(IntegrationsSettings.SANDBOX_CLIENT)
                || !call.text("password").equals(IntegrationsSettings.SANDBOX_SECRET)) {
            throw new Refused("12", "账号或密码错误");
        }
        return Json.object().put("sessionId", session).put("validSeconds", 3600);
    }

    private void requireSession(JsonNode head) {
        var time = Instant.ofEpochMilli(head.path("time").asLong());
        if (!head.path("accessToken").asText().equals(session)
                || !head.path("accessId").asText().equals(IntegrationsSettings.SANDBOX_CLIENT)
                || Duration.between(time, clock.instant()).abs().compareTo(LINK_LIFE) > 0) {
            throw new Refused("11", "身份校验失败");
        }
    }

    private static ObjectNode requireCause(ObjectNode data) {
        var cause = data.path("useCause").asText();
        if (cause.isBlank() || cause.length() > 200) {
            throw new Refused("102", "用证事由为空或过长");
        }
        return data;
    }

    private ObjectNode query(ObjectNode data) {
        requireCause(data);
        if (!HOLDER_TYPES.contains(data.path("holderTypeCode").asText())) {
            throw new Refused("103", "持证主体代码类型错误");
        }
        var type = data.path("certTypeCode").asText();
        var found = shelf.of(data.path("holderCode").asText()).stream()
                .filter(licence ->
                        type.isEmpty() || licence.path("ZZLXDM").asText().equals(type))
                .toList();
        found.forEach(licence -> licence.remove("surface"));
        return certs(found);
    }

    private static ObjectNode certs(List<ObjectNode> licences) {
        var data = Json.object();
        licences.forEach(data.putArray("certs")::add);
        return data;
    }

    private ObjectNode found(ObjectNode data, String field) {
        return shelf.find(data.path(field).asText()).orElseThrow(() -> new Refused("201", "证照不存在"));
    }

    private ObjectNode download(Call call, ObjectNode data) {
        var licence = found(data, "certIdentifier");
        links.values().removeIf(link -> link.until().isBefore(clock.instant()));
        var token = UUID.randomUUID().toString();
        var file = shelf.file(licence, data.path("useCause").asText());
        links.put(token, new Link(file, clock.instant().plus(LINK_LIFE)));
        return Json.object().put("url", "http://" + call.header("Host") + "/" + authority() + "/files/" + token);
    }

    private Reply file(String token) {
        var link = links.get(token);
        return link == null || link.until().isBefore(clock.instant())
                ? Reply.error(404, "404", "文件不存在或链接已失效")
                : Reply.pdf(link.file());
    }

    private ObjectNode register(String requestId, ObjectNode data) {
        var id = identifier(data);
        var body = data.deepCopy();
        body.put("WJZY", shelf.keep(decoded(body.remove("file"))));
        return ledger.once(authority(), "register", requestId, body, () -> {
            if (shelf.find(id).isPresent()) {
                throw new Refused("105", "证照标识已存在");
            }
            return Json.object().put("ZZBS", id);
        });
    }

    private static String identifier(ObjectNode data) {
        try {
            return new LicenceIdentifier(data.path("ZZBS").asText()).value();
        } catch (IllegalArgumentException e) {
            throw new Refused("104", "证照标识校验位错误");
        }
    }

    private static byte[] decoded(JsonNode file) {
        try {
            return Base64.getDecoder().decode(file.asText());
        } catch (IllegalArgumentException e) {
            throw new Refused("107", "证照文件无法读取");
        }
    }

    private ObjectNode changeStatus(String requestId, ObjectNode data) {
        found(data, "ZZBS");
        if (!STATUSES.contains(data.path("ZZZT").asText())) {
            throw new Refused("108", "证照状态代码错误");
        }
        return ledger.once(authority(), "status", requestId, data, () -> Json.object()
                .put("ZZBS", data.path("ZZBS").asText())
                .put("ZZZT", data.path("ZZZT").asText()));
    }

    private ObjectNode verify(ObjectNode data) {
        return certs(shelf.find(data.path("ZZBS").asText()).stream()
                .map(licence -> Json.object()
                        .put("ZZBS", licence.path("ZZBS").asText())
                        .put("ZZZT", licence.path("ZZZT").asText())
                        .put("WJZY", LicenceShelf.digest(shelf.file(licence, ""))))
                .toList());
    }
}
