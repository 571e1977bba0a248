package org.haina.integrations.registers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Asks registers by name. Blocks for at most the authority's read timeout (twice where a token must be renewed); call
 * it with no transaction open.
 */
public final class Registers {

    private final Map<String, Function<RegisterRequest, Answer>> queries = new LinkedHashMap<>();

    Registers(List<RegisterQueries> registers) {
        registers.forEach(register ->
                register.queries().forEach((query, ask) -> queries.put(register.register() + "/" + query, ask)));
    }

    /**
     * Asks one question or gives one command. A repeated request id has no second effect.
     *
     * @throws org.haina.integrations.AuthorityUnavailableException no answer: ask again later
     * @throws org.haina.integrations.AuthorityAnswerException no usable answer: a person must look
     * @throws IllegalArgumentException no such query, or its parameters are wrong (names only, no values)
     */
    public Answer ask(RegisterRequest request) {
        requireParameters(request);
        var query = request.register() + "/" + request.query();
        return Objects.requireNonNull(queries.get(query), query).apply(request);
    }

    Set<String> names() {
        return queries.keySet();
    }

    private static void requireParameters(RegisterRequest request) {
        var query = RegisterCatalogue.get()
                .findQuery(request.register(), request.query())
                .orElseThrow(() -> new IllegalArgumentException(
                        "No query " + request.query() + " at register " + request.register()));
        var unknown = new TreeSet<String>();
        request.parameters().fieldNames().forEachRemaining(unknown::add);
        query.parameters().forEach(parameter -> {
            if (!unknown.remove(parameter.key()) && parameter.required()) {
                throw new IllegalArgumentException("Parameter " + parameter.key() + " is missing for " + request);
            }
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown parameters " + unknown + " for " + request);
        }
    }
}
