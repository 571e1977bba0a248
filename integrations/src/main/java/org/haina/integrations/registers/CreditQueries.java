package org.haina.integrations.registers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.haina.integrations.credit.CreditAnswer;
import org.haina.integrations.credit.CreditInformation;

/** Of several entries only their number and the newest are told: whoever decides needs no more. */
record CreditQueries(CreditInformation authority) implements RegisterQueries {

    @Override
    public String register() {
        return "credit";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of("organisation-standing", this::organisation, "person-standing", this::person);
    }

    private Answer organisation(RegisterRequest ask) {
        return told(authority.organisation(ask.requestId(), ask.text("uscc"), ask.purpose()));
    }

    private Answer person(RegisterRequest ask) {
        return told(authority.person(ask.requestId(), ask.text("name"), ask.text("idNumber"), ask.purpose()));
    }

    private static Answer told(CreditAnswer answer) {
        return answer.isClean() ? Answer.of(Finding.NO_ENTRY) : Answer.of(Finding.ENTRY_FOUND, fields(answer));
    }

    private static Map<String, String> fields(CreditAnswer answer) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("severe", answer.severe() ? "yes" : "no");
        fields.put("entries", Integer.toString(answer.entries().size()));
        answer.entries().stream().findFirst().ifPresent(newest -> {
            fields.put("document", newest.document());
            fields.put("matter", newest.matter());
            fields.put("organ", newest.organ());
            fields.put("decidedOn", newest.decidedOn().toString());
            fields.put("objected", newest.objected() ? "yes" : "no");
            newest.shownUntil().ifPresent(last -> fields.put("shownUntil", last.toString()));
        });
        return fields;
    }
}
