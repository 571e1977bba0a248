package org.haina.service.clock;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The policies by key, read strictly: an unknown or doubled word stops the start. */
@Component
class ClockPolicies {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A list left out is empty.
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private final Map<String, ClockPolicy> policies = new HashMap<>();

    ClockPolicies() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:org/haina/service/clock/clock-policies/*.yaml")) {
                add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if no policy has this key */
    ClockPolicy get(String key) {
        ClockPolicy policy = policies.get(key);
        if (policy == null) {
            throw new IllegalArgumentException("No clock policy '" + key + "' among " + keys());
        }
        return policy;
    }

    Set<String> keys() {
        return policies.keySet();
    }

    static ClockPolicy read(InputStream yaml) throws IOException {
        return MAPPER.readValue(yaml, ClockPolicy.class);
    }

    private void add(Resource file) throws IOException {
        try (InputStream yaml = file.getInputStream()) {
            ClockPolicy policy = read(yaml);
            if (!(policy.key() + ".yaml").equals(file.getFilename())) {
                throw new IllegalArgumentException(file.getFilename() + " has the key " + policy.key());
            }
            policies.put(policy.key(), policy);
        }
    }
}
