package org.haina.integrations.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.registers.IntegrationsSettings;

/** The citizen cloud: token by client credentials, profiles, and a citizen's inbox of case news and messages. */
final class CitizenCloudDesk implements Desk {

    private static final String TOKEN = "/oauth2/token";

    private final People people;
    private final Ledger ledger;
    private final String token = UUID.randomUUID().toString();

    CitizenCloudDesk(People people, Ledger ledger) {
        this.people = people;
        this.ledger = ledger;
    }

    @Override
    public String authority() {
        return "citizen-cloud";
    }

    @Override
    public String title() {
        return "随申办";
    }

    @Override
    public boolean logsIn(String path) {
        return path.equals(TOKEN);
    }

    @Override
    public Reply serve(Call call) {
        if (logsIn(call.path())) {
            return login(call);
        }
        if (!call.header("Authorization").equals("Bearer " + token)) {
            return Reply.error(401, "401", "accessToken 无效");
        }
        return switch (call.path()) {
            case "/user/info" -> Reply.json(profile(call));
            case "/case/status", "/message/push" -> Reply.json(receive(call));
            default -> Reply.error(404, "404", "接口不存在");
        };
    }

    private Reply login(Call call) {
        var expected = "grant_type=client_credentials&client_id=" + IntegrationsSettings.SANDBOX_CLIENT
                + "&client_secret=" + IntegrationsSettings.SANDBOX_SECRET;
        if (!new String(call.body(), UTF_8).equals(expected)) {
            return Reply.error(401, "401", "应用认证失败");
        }
        return Reply.json(Json.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", 7200));
    }

    private ObjectNode profile(Call call) {
        return people.find(call.text("zjhm"))
                .map(CitizenCloudDesk::profile)
                .orElseGet(() -> Json.object().put("code", "1001").put("message", "用户不存在"));
    }

    private static ObjectNode profile(DemoPerson person) {
        var answer = Json.object().put("code", "0").put("message", "成功");
        answer.putObject("data")
                .put("xm", person.name())
                .put("zjlx", person.idType())
                .put("zjhm", person.idNumber())
                .put("xb", person.sex())
                .put("mz", person.ethnicity())
                .put("csrq", GatewayServices.compact(person.birthDate()))
                .put("smdj", Integer.toString(person.realNameLevel()))
                .put("sjhm", person.phone())
                .put("jzqh", person.district())
                .put("jzdz", person.address())
                .put("hjqh", person.household().district())
                .put("hjdz", person.household().address());
        return answer;
    }

    private ObjectNode receive(Call call) {
        var kind = call.path().equals("/case/status") ? "status" : "message";
        if (call.text("qqbh").isEmpty() || call.text("zjhm").isEmpty()) {
            return Json.object().put("code", "400").put("message", "请求要素不全");
        }
        try {
            return ledger.once(authority(), kind, call.text("qqbh"), call.json(), () -> receipt(kind));
        } catch (Ledger.Conflict e) {
            return Json.object().put("code", "409").put("message", "请求编号已用于其他内容");
        }
    }

    private ObjectNode receipt(String kind) {
        var number = "SMY%08d".formatted(1 + ledger.effects(authority()).size());
        var answer = Json.object().put("code", "0").put("message", "成功");
        answer.putObject("data").put("hzbh", number).put("lx", kind);
        return answer;
    }
}
