package org.haina.integrations.registers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.haina.integrations.publicsecurity.IdentityAnswer;
import org.haina.integrations.publicsecurity.PublicSecurity;

record PublicSecurityQueries(PublicSecurity authority) implements RegisterQueries {

    @Override
    public String register() {
        return "public-security";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of("identity", this::identity, "no-crime", this::noCrime);
    }

    private Answer identity(RegisterRequest ask) {
        var name = ask.text("name");
        var answer = authority.identity(ask.requestId(), name, ask.text("idNumber"), ask.purpose());
        if (answer instanceof IdentityAnswer.Confirmed person) {
            return Answer.of(Finding.FOUND, fields(name, person));
        }
        return answer instanceof IdentityAnswer.NameDiffers
                ? Answer.differing(Map.of(), "name")
                : Answer.of(Finding.NOT_FOUND);
    }

    private static Map<String, String> fields(String name, IdentityAnswer.Confirmed person) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("sex", person.sex());
        fields.put("ethnicity", person.ethnicity());
        fields.put("birthDate", person.birthDate().toString());
        person.address().ifPresent(address -> fields.put("address", address));
        return fields;
    }

    private Answer noCrime(RegisterRequest ask) {
        var answer = authority.criminalRecord(ask.requestId(), ask.text("name"), ask.text("idNumber"), ask.purpose());
        return Answer.of(
                switch (answer) {
                    case CLEAR -> Finding.CLEAR;
                    case RECORD_FOUND -> Finding.RECORD_FOUND;
                    case NOT_FOUND -> Finding.NOT_FOUND;
                });
    }
}
