package org.haina.integrations.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPerson.Credit;
import org.haina.integrations.DemoPerson.Organisation;
import org.haina.integrations.DemoPerson.Penalty;

/** Public credit information; organisations in the national field names, persons in those of an older standard. */
final class CreditServices {

    private final People people;

    CreditServices(People people) {
        this.people = people;
    }

    GatewayDesk desk(Clock clock) {
        return new GatewayDesk("credit", "公共信用信息平台", clock, Map.of("xinyong/sxxx", this::standing));
    }

    private ObjectNode standing(Call call) {
        var answer = Json.object();
        answer.putObject("head").put("status", "0").put("msg", "成功");
        var found = answer.putObject("data").putObject("cxjg");
        var rows = found.putArray("data");
        var code = call.text("CF_XDR_SHXYM");
        var credit = code.isEmpty() ? person(call, rows) : organisation(code, rows);
        found.put("sfyzsx", credit.filter(Credit::severe).isPresent() ? "是" : "否");
        return answer;
    }

    private Optional<Credit> organisation(String code, ArrayNode rows) {
        var known = people.findOrganisation(code);
        var credit = known.map(Organisation::credit);
        credit.ifPresent(held -> held.penalties()
                .forEach(penalty -> row(rows, known.orElseThrow().name(), penalty)
                        .put("CF_XDR_SHXYM", code)
                        .put("CF_WFXW", penalty.matter())
                        .put("CF_CFJG", penalty.organ())));
        return credit;
    }

    private Optional<Credit> person(Call call, ArrayNode rows) {
        var known = people.find(call.text("CF_XDR_ZJHM"))
                .filter(person -> person.name().equals(call.text("CF_XDR_MC")));
        var credit = known.map(DemoPerson::credit);
        credit.ifPresent(held -> held.penalties()
                .forEach(penalty -> row(rows, known.orElseThrow().name(), penalty)
                        .put("CF_XDR_SFZ", call.text("CF_XDR_ZJHM"))
                        .put("CF_SY", penalty.matter())
                        .put("CF_XZJG", penalty.organ())));
        return credit;
    }

    private static ObjectNode row(ArrayNode rows, String name, Penalty penalty) {
        return rows.addObject()
                .put("CF_XDR_MC", name)
                .put("CF_WSH", penalty.document())
                .put("CF_JDRQ", GatewayServices.compact(penalty.decidedOn()))
                .put("CF_GSJZQ", GatewayServices.compact(penalty.shownUntil()))
                .put("CF_ZT", penalty.state());
    }
}
