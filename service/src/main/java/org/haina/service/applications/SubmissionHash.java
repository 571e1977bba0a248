package org.haina.service.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Tells whether two applications say the same: over everything the sender states, in a form that neither the order of
 * members nor blanks change.
 */
@Component
class SubmissionHash {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Vault vault;

    SubmissionHash(Vault vault) {
        this.vault = vault;
    }

    String of(Submission submission) {
        try {
            List<Object> said = new ArrayList<>(List.of(
                    submission.item().value(),
                    submission.applicant().toString(),
                    submission.agent().map(Object::toString).orElse(""),
                    submission.named(),
                    JSON.treeToValue(submission.data(), Object.class),
                    submission.materials().stream()
                            .map(SuppliedMaterial::toString)
                            .sorted()
                            .toList()));
            submission.consent().ifPresent(said::add);
            return vault.hash(JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }
}
