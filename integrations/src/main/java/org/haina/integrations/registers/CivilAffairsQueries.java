package org.haina.integrations.registers;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.haina.integrations.civilaffairs.CivilAffairs;
import org.haina.integrations.civilaffairs.SocietyAnswer;
import org.haina.integrations.civilaffairs.SocietyAnswer.Society;

record CivilAffairsQueries(CivilAffairs authority) implements RegisterQueries {

    @Override
    public String register() {
        return "civil-affairs";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of("registration", this::registration);
    }

    private Answer registration(RegisterRequest ask) {
        var answer = authority.registration(ask.requestId(), ask.text("uscc"), ask.purpose());
        return answer instanceof SocietyAnswer.Found found
                ? Answer.of(Finding.FOUND, fields(found.society()))
                : Answer.of(Finding.NOT_FOUND);
    }

    private static Map<String, String> fields(Society society) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("uscc", society.uscc());
        fields.put("name", society.name());
        fields.put("kind", society.kind());
        fields.put("legalRepresentative", society.legalRepresentative());
        fields.put("address", society.address());
        fields.put("established", society.established().toString());
        fields.put("status", society.state().name().toLowerCase(Locale.ROOT));
        society.validUntil().ifPresent(day -> fields.put("validUntil", day.toString()));
        return fields;
    }
}
