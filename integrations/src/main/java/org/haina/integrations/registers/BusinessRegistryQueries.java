package org.haina.integrations.registers;

import java.util.Map;
import java.util.function.Function;
import org.haina.integrations.businessregistry.BusinessRegistry;
import org.haina.integrations.businessregistry.EnterpriseAnswer;
import org.haina.integrations.businessregistry.EnterpriseAnswer.Enterprise;

record BusinessRegistryQueries(BusinessRegistry authority) implements RegisterQueries {

    @Override
    public String register() {
        return "business-registry";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of("enterprise", this::enterprise);
    }

    private Answer enterprise(RegisterRequest ask) {
        var answer = authority.enterprise(ask.requestId(), ask.text("uscc"), ask.purpose());
        return answer instanceof EnterpriseAnswer.Found found
                ? Answer.of(Finding.FOUND, fields(found.enterprise()))
                : Answer.of(Finding.NOT_FOUND);
    }

    private static Map<String, String> fields(Enterprise enterprise) {
        return Map.of(
                "uscc", enterprise.uscc(),
                "name", enterprise.name(),
                "kind", enterprise.kind(),
                "legalRepresentative", enterprise.legalRepresentative(),
                "address", enterprise.address(),
                "established", enterprise.established().toString(),
                "status", enterprise.status());
    }
}
