package org.haina.integrations.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPerson.TeachingCertificate;
import org.haina.integrations.teachersystem.SchoolLevel;
import org.jspecify.annotations.Nullable;

/** The national teacher system: certificates by person, and numbers, each assigned once per request id. */
final class TeacherServices {

    private static final String AUTHORITY = "teacher-system";
    private static final String ASSIGNED = "certificate-number";
    private static final Map<String, String> STATUS = Map.of("valid", "1", "lost", "2", "annulled", "3");

    private final People people;
    private final Ledger ledger;

    TeacherServices(People people, Ledger ledger) {
        this.people = people;
        this.ledger = ledger;
    }

    GatewayDesk desk(Clock clock) {
        return new GatewayDesk(
                AUTHORITY,
                "全国教师管理信息系统",
                clock,
                Map.of(
                        "jszg/kszm",
                        call -> certificate(call, DemoPerson::examCertificate),
                        "jszg/nlzs",
                        call -> certificate(call, DemoPerson::abilityCertificate),
                        "jszg/zscx",
                        this::registered,
                        "jszg/zsbh",
                        this::assign));
    }

    private ObjectNode certificate(Call call, Function<DemoPerson, @Nullable TeachingCertificate> kind) {
        var answer = Json.object().put("code", "0").put("message", "成功");
        var rows = answer.putObject("data").putArray("zsxx");
        people.find(call.text("zjhm"))
                .filter(person -> person.name().equals(call.text("xm")))
                .flatMap(person -> Optional.ofNullable(kind.apply(person)))
                .ifPresent(found -> rows.addObject()
                        .put("zjhm", call.text("zjhm"))
                        .put("zsbh", found.number())
                        .put(
                                "zgzl",
                                Integer.toString(
                                        SchoolLevel.ofKey(found.schoolLevel()).digit()))
                        .put("xk", found.subject())
                        .put("fzrq", GatewayServices.compact(found.issuedOn()))
                        .put("yxqz", GatewayServices.compact(found.validUntil())));
        return answer;
    }

    /** Certificates that demo persons hold, and those whose number was assigned here, of which no more is known. */
    private ObjectNode registered(Call call) {
        var answer = Json.object().put("code", "0").put("message", "成功");
        var rows = answer.putObject("data").putArray("zsxx");
        var number = call.text("zsbh");
        var person = people.find(call.text("zjhm")).filter(known -> known.name().equals(call.text("xm")));
        person.flatMap(known -> Optional.ofNullable(known.teacherCertificate()))
                .filter(held -> held.number().equals(number))
                .map(held -> row(number, call.text("zjhm"), SchoolLevel.ofKey(held.schoolLevel()), held.status())
                        .put("xk", held.subject())
                        .put("fzrq", GatewayServices.compact(held.issuedOn())))
                .or(() -> person.flatMap(known -> assigned(number, call.text("zjhm"))))
                .ifPresent(rows::add);
        return answer;
    }

    private Optional<ObjectNode> assigned(String number, String idNumber) {
        return ledger.effects(AUTHORITY, ASSIGNED).stream()
                .map(effect -> effect.answer().path("data"))
                .filter(given -> given.path("zsbh").asText().equals(number)
                        && given.path("zjhm").asText().equals(idNumber))
                .findFirst()
                .map(given -> row(number, idNumber, level(number), "valid"));
    }

    private static SchoolLevel level(String number) {
        return Arrays.stream(SchoolLevel.values())
                .filter(level -> number.charAt(9) == Character.forDigit(level.digit(), 10))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode row(String number, String idNumber, SchoolLevel level, String status) {
        return Json.object()
                .put("zjhm", idNumber)
                .put("zsbh", number)
                .put("zgzl", Integer.toString(level.digit()))
                .put("zgzt", STATUS.get(status));
    }

    private ObjectNode assign(Call call) {
        var prefix = call.text("nd") + "31" + call.text("rdjg") + call.text("zgzl") + call.text("xb");
        if (!prefix.matches("\\d{4}31\\d{3}[1-7][12]") || call.text("qqbh").isEmpty()) {
            return Json.object().put("code", "400").put("message", "赋号要素不全");
        }
        try {
            return ledger.once(AUTHORITY, ASSIGNED, call.text("qqbh"), call.json(), () -> numbered(call, prefix));
        } catch (Ledger.Conflict e) {
            return Json.object().put("code", "409").put("message", "请求编号已用于其他申请");
        }
    }

    private ObjectNode numbered(Call call, String prefix) {
        var serial = 1
                + ledger.effects(AUTHORITY, ASSIGNED).stream()
                        .map(effect -> effect.answer().path("data").path("zsbh").asText())
                        .filter(number -> number.startsWith(prefix))
                        .count();
        var answer = Json.object().put("code", "0").put("message", "成功");
        answer.putObject("data")
                .put("qqbh", call.text("qqbh"))
                .put("zjhm", call.text("zjhm"))
                .put("zsbh", prefix + "%06d".formatted(serial));
        return answer;
    }
}
