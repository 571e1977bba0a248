package org.haina.service.filling;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.forms.Form;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.licencestore.LicenceStatus;
import org.haina.integrations.registers.Answer;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.RegisterRequest;
import org.haina.integrations.registers.Registers;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyDetails;
import org.springframework.stereotype.Component;

/**
 * Asks the citizen cloud and the licence store while the person waits; a silent register only means more typing. No
 * transaction may be open.
 */
@Component
class KnownAnswers {

    private static final String PURPOSE = "申请人本人填写申请时带出已有信息";
    private static final String RESIDENT_CARD = "111";
    private static final String CLOUD = "citizen-cloud";
    private static final String STORE = "licence-store";
    private static final String LICENCE = "licence:";

    private final Registers registers;
    private final Parties parties;

    KnownAnswers(Authorities authorities, Parties parties) {
        this.registers = authorities.registers();
        this.parties = parties;
    }

    /** @param form whose questions say what to look up on which licence */
    Known of(PartyId party, Form form) {
        PartyDetails person = parties.reveal(party, PURPOSE, "party:" + party);
        Map<String, String> values = new HashMap<>();
        Map<String, String> licences = new HashMap<>();
        List<String> silent = new ArrayList<>();
        values.put("citizen.name", person.name());
        values.put("citizen.idType", person.idType());
        values.put("citizen.idNumber", person.idNumber());
        if (person.idType().equals(RESIDENT_CARD)) {
            profile(person, values, silent);
            licences(person, licences, silent);
            Set<String> asked = asked(form);
            licences.forEach((type, licence) -> {
                if (asked.contains(type)) {
                    face(person, type, licence, values, silent);
                }
            });
        }
        return new Known(values, licences, silent);
    }

    private void profile(PartyDetails person, Map<String, String> values, List<String> silent) {
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("idNumber", person.idNumber());
        ask(CLOUD, "profile", question, "随申办", silent).ifPresent(answer -> answer.fields()
                .fields()
                .forEachRemaining(field -> values.putIfAbsent(
                        "citizen." + field.getKey(), field.getValue().asText())));
    }

    private void licences(PartyDetails person, Map<String, String> licences, List<String> silent) {
        ObjectNode holder =
                JsonNodeFactory.instance.objectNode().put("name", person.name()).put("idNumber", person.idNumber());
        ask(STORE, "licences", holder, "电子证照库", silent)
                .ifPresent(answer -> answer.fields().path("licences").forEach(licence -> {
                    if (LicenceStatus.VALID.code().equals(licence.path("status").asText())) {
                        licences.putIfAbsent(
                                licence.path("type").asText(),
                                licence.path("licence").asText());
                    }
                }));
    }

    /** Types of licence whose face answers a question. */
    private static Set<String> asked(Form form) {
        return form.layout()
                .questions()
                .map(question -> String.valueOf(question.prefill()))
                .filter(prefill -> prefill.startsWith(LICENCE))
                .map(prefill -> prefill.substring(LICENCE.length(), prefill.indexOf('.')))
                .collect(Collectors.toSet());
    }

    private void face(
            PartyDetails person, String type, String licence, Map<String, String> values, List<String> silent) {
        ObjectNode question =
                JsonNodeFactory.instance.objectNode().put("licence", licence).put("name", person.name());
        ask(STORE, "face", question, "电子证照库", silent).ifPresent(answer -> answer.fields()
                .path("surface")
                .fields()
                .forEachRemaining(field -> values.put(
                        LICENCE + type + "." + field.getKey(), field.getValue().asText())));
    }

    private Optional<Answer> ask(
            String register, String query, ObjectNode parameters, String title, List<String> silent) {
        try {
            return Optional.of(registers.ask(new RegisterRequest(
                    register, query, parameters, UUID.randomUUID().toString(), PURPOSE)));
        } catch (AuthorityUnavailableException | AuthorityAnswerException e) {
            if (!silent.contains(title)) {
                silent.add(title);
            }
            return Optional.empty();
        }
    }
}
