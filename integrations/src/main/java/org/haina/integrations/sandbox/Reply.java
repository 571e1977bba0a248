package org.haina.integrations.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

/** What an authority replies. */
record Reply(int status, String type, byte[] body) {

    static Reply json(JsonNode body) {
        return json(200, body);
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json; charset=utf-8", Json.bytes(body));
    }

    static Reply error(int status, String code, String message) {
        return json(status, Json.object().put("code", code).put("message", message));
    }

    static Reply html(String page) {
        return new Reply(200, "text/html; charset=utf-8", page.getBytes(UTF_8));
    }

    static Reply pdf(byte[] file) {
        return new Reply(200, "application/pdf", file);
    }
}
