package org.haina.service.filling;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.OrganisationRegister;
import org.haina.integrations.registers.RegisterRequest;
import org.haina.integrations.registers.Registers;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyDetails;
import org.springframework.stereotype.Component;

/** Asks the registry that keeps an organisation about it while its agent waits; silent, it only means more typing. */
@Component
class OrganisationAnswers {

    private static final String PURPOSE = "单位的代办人填写申请时带出单位的登记信息";
    private static final String PREFIX = "organisation.";

    private final Registers registers;
    private final Parties parties;

    OrganisationAnswers(Authorities authorities, Parties parties) {
        this.registers = authorities.registers();
        this.parties = parties;
    }

    /** {@code organisation.name}, {@code organisation.uscc} and what is registered under the code. */
    Known of(PartyId organisation, Citizen agent) {
        PartyDetails party = parties.reveal(organisation, PURPOSE, "party:" + agent.party());
        Map<String, String> values = new HashMap<>();
        values.put(PREFIX + "name", party.name());
        values.put(PREFIX + "uscc", party.idNumber());
        OrganisationRegister keeper = OrganisationRegister.of(party.idNumber());
        try {
            registers
                    .ask(new RegisterRequest(
                            keeper.register(),
                            keeper.query(),
                            JsonNodeFactory.instance.objectNode().put("uscc", party.idNumber()),
                            UUID.randomUUID().toString(),
                            PURPOSE))
                    .fields()
                    .fields()
                    .forEachRemaining(field -> values.putIfAbsent(
                            PREFIX + field.getKey(), field.getValue().asText()));
        } catch (AuthorityUnavailableException | AuthorityAnswerException e) {
            return new Known(values, Map.of(), List.of(title(keeper)));
        }
        return new Known(values, Map.of(), List.of());
    }

    /** In words, whose data they are. */
    static String source(Map<String, String> values) {
        return title(OrganisationRegister.of(values.getOrDefault(PREFIX + "uscc", "")));
    }

    private static String title(OrganisationRegister keeper) {
        return keeper.title() + "登记";
    }
}
