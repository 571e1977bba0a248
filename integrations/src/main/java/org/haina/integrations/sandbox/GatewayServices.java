package org.haina.integrations.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.haina.integrations.DemoPerson;

/** The read-only services behind the gateway: public security, diploma service, hospital. */
final class GatewayServices {

    private final People people;

    GatewayServices(People people) {
        this.people = people;
    }

    GatewayDesk publicSecurity(Clock clock) {
        return new GatewayDesk(
                "public-security",
                "公安",
                clock,
                Map.of("gongan/sfhc", this::identity, "gongan/wfzjl", this::criminalRecord));
    }

    GatewayDesk diploma(Clock clock) {
        return new GatewayDesk("diploma", "学历证书查询服务", clock, Map.of("xljy/xlcx", this::diploma));
    }

    GatewayDesk hospital(Clock clock) {
        return new GatewayDesk("hospital", "指定体检医院", clock, Map.of("tjzx/tjjl", this::medical));
    }

    private ObjectNode identity(Call call) {
        return population(call, (person, row) -> {
            if (!call.text("xm").equals(person.publicSecurity().registeredName())) {
                row.put("hcjg", "不一致");
                return;
            }
            row.put("hcjg", "一致")
                    .put("xm", person.name())
                    .put("xb", person.sex())
                    .put("mz", person.ethnicity())
                    .put("csrq", compact(person.birthDate()))
                    .put("mlxz", person.household().address())
                    .put("ryzt", "正常");
        });
    }

    private ObjectNode criminalRecord(Call call) {
        return population(
                call,
                (person, row) ->
                        row.put("sfyfzjl", person.publicSecurity().noCrime().equals("record-found") ? "是" : "否"));
    }

    private interface Row {
        void fill(DemoPerson person, ObjectNode row);
    }

    private ObjectNode population(Call call, Row row) {
        var answer = Json.object();
        answer.putObject("head").put("status", "0").put("msg", "成功");
        var rows = answer.putObject("data").putObject("cxjg").putArray("data");
        people.find(call.text("gmsfhm"))
                .filter(person -> !person.publicSecurity().identity().equals("not-found"))
                .ifPresent(person -> row.fill(person, rows.addObject().put("gmsfhm", person.idNumber())));
        return answer;
    }

    private ObjectNode diploma(Call call) {
        var person = people.find(call.text("zjhm"));
        var diploma = person.flatMap(holder -> Optional.ofNullable(holder.diploma()))
                .filter(found -> found.number().equals(call.text("zsbh")));
        return list(rows -> diploma.ifPresent(found -> rows.put("zsbh", found.number())
                .put("zjhm", call.text("zjhm"))
                .put("xm", found.holder())
                .put("yxmc", found.school())
                .put("yxdm", found.schoolCode())
                .put("zymc", found.major())
                .put("cc", found.level())
                .put("bysj", compact(found.graduationDate()))));
    }

    private ObjectNode medical(Call call) {
        var result = people.find(call.text("zjhm"))
                .filter(person -> person.name().equals(call.text("xm")))
                .flatMap(person -> Optional.ofNullable(person.hospital()));
        return list(row -> result.ifPresent(found -> row.put("zjhm", call.text("zjhm"))
                .put("tjjl", found.conclusion())
                .put("tjrq", compact(found.examinedOn()))
                .put("yymc", found.hospital())));
    }

    static ObjectNode list(Consumer<ObjectNode> fill) {
        var row = Json.object();
        fill.accept(row);
        var answer = Json.object()
                .put("IsSuccess", true)
                .put("Result", row.isEmpty() ? "未查询到数据" : "成功")
                .put("TotalCount", row.isEmpty() ? 0 : 1)
                .put("ErrorCode", "")
                .put("Message", "");
        var rows = answer.putArray("DataList");
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return answer;
    }

    static String compact(LocalDate date) {
        return date.toString().replace("-", "");
    }
}
