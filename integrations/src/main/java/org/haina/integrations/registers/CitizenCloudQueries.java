package org.haina.integrations.registers;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.haina.integrations.citizencloud.CitizenCloud;
import org.haina.integrations.citizencloud.MessagePush;
import org.haina.integrations.citizencloud.ProfileAnswer.Profile;
import org.haina.integrations.citizencloud.StatusPush;

record CitizenCloudQueries(CitizenCloud authority) implements RegisterQueries {

    @Override
    public String register() {
        return "citizen-cloud";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of("profile", this::profile, "push-status", this::status, "push-message", this::message);
    }

    private Answer profile(RegisterRequest ask) {
        return authority.profile(ask.requestId(), ask.text("idNumber"), ask.purpose()) instanceof Profile citizen
                ? Answer.of(Finding.FOUND, fields(citizen))
                : Answer.of(Finding.NOT_FOUND);
    }

    private static Map<String, String> fields(Profile citizen) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", citizen.name());
        fields.put("idType", citizen.idType());
        fields.put("idNumber", citizen.idNumber());
        fields.put("sex", citizen.sex());
        fields.put("ethnicity", citizen.ethnicity());
        fields.put("birthDate", citizen.birthDate().toString());
        fields.put("realNameLevel", Integer.toString(citizen.realNameLevel()));
        citizen.phone().ifPresent(phone -> fields.put("phone", phone));
        citizen.district().ifPresent(district -> fields.put("district", district));
        citizen.address().ifPresent(address -> fields.put("address", address));
        citizen.householdDistrict().ifPresent(district -> fields.put("householdDistrict", district));
        citizen.householdAddress().ifPresent(address -> fields.put("householdAddress", address));
        return fields;
    }

    private Answer status(RegisterRequest ask) {
        return receipt(authority.push(new StatusPush(
                ask.requestId(),
                ask.text("idNumber"),
                ask.text("caseNumber"),
                ask.text("itemTitle"),
                ask.text("status"),
                ask.text("statusText"),
                at(ask))));
    }

    private Answer message(RegisterRequest ask) {
        return receipt(authority.push(
                new MessagePush(ask.requestId(), ask.text("idNumber"), ask.text("title"), ask.text("text"), at(ask))));
    }

    private static Instant at(RegisterRequest ask) {
        try {
            return Instant.parse(ask.text("at"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Parameter at is an ISO instant", e);
        }
    }

    private static Answer receipt(String number) {
        return Answer.of(Finding.DONE, Map.of("receipt", number));
    }
}
