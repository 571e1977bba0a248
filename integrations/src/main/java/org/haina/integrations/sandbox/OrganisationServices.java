package org.haina.integrations.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.haina.integrations.DemoPerson.Organisation;
import org.haina.integrations.registers.OrganisationRegister;

/** The two registries of organisations: each knows those whose code begins as its own do. */
final class OrganisationServices {

    private final People people;

    OrganisationServices(People people) {
        this.people = people;
    }

    GatewayDesk businessRegistry(Clock clock) {
        return new GatewayDesk("business-registry", "市场监管", clock, Map.of("scjg/qyjbxx", this::enterprise));
    }

    GatewayDesk civilAffairs(Clock clock) {
        return new GatewayDesk("civil-affairs", "民政", clock, Map.of("minzheng/shzzdjzs", this::society));
    }

    private ObjectNode enterprise(Call call) {
        var registered = find(call.text("uniscid"), OrganisationRegister.BUSINESS);
        return GatewayServices.list(row -> registered.ifPresent(found -> row.put("uniscid", found.uscc())
                .put("entname", found.name())
                .put("enttype_cn", found.kind())
                .put("name", found.legalRepresentative())
                .put("estdate", GatewayServices.compact(found.established()))
                .put("dom", found.address())
                .put("regstate_cn", found.status())));
    }

    private ObjectNode society(Call call) {
        var answer = Json.object().put("code", "1").put("msg", "成功");
        var rows = answer.putObject("biz_data").putArray("result");
        find(call.text("usc_code"), OrganisationRegister.CIVIL_AFFAIRS).ifPresent(found -> {
            var row = rows.addObject()
                    .put("usc_code", found.uscc())
                    .put("org_name", found.name())
                    .put("org_type", found.kind())
                    .put("legal_person", found.legalRepresentative())
                    .put("address", found.address())
                    .put("reg_date", found.established().toString())
                    .put("cert_status", found.status());
            Optional.ofNullable(found.validUntil()).ifPresent(day -> row.put("valid_to", day.toString()));
        });
        return answer;
    }

    private Optional<Organisation> find(String uscc, OrganisationRegister keeper) {
        return OrganisationRegister.of(uscc) == keeper ? people.findOrganisation(uscc) : Optional.empty();
    }
}
