package org.haina.integrations.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import java.util.Optional;

/**
 * A call an authority received.
 *
 * @param path below the authority's base
 */
record Call(String path, Headers headers, ObjectNode json, byte[] body) {

    String header(String name) {
        return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }

    String text(String field) {
        return json.path(field).asText();
    }
}
