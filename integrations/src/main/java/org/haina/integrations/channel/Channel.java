package org.haina.integrations.channel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityAnswerException.Reason;
import org.haina.integrations.AuthoritySettings;

/**
 * Speaks JSON with one authority at its configured base URL. Thread-safe; blocks at most the read timeout. Throws
 * {@link org.haina.integrations.AuthorityUnavailableException} and {@link AuthorityAnswerException}.
 */
public final class Channel {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9]+)?)+");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String authority;
    private final AuthoritySettings settings;
    private final Exchange exchange;
    private final Guard guard;

    public Channel(String authority, AuthoritySettings settings, Clock clock) {
        this.authority = authority;
        this.settings = settings;
        this.exchange = new Exchange(authority, settings, clock);
        this.guard = new Guard(authority, settings);
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public String authority() {
        return authority;
    }

    /** Whether the circuit is open: calls are not even tried. */
    public boolean open() {
        return guard.open();
    }

    /** Posts JSON under a request id by which the authority knows a repeated call. */
    public Fields post(String path, String requestId, Map<String, String> headers, JsonNode body) {
        var request = to(resolve(path))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Request-Id", requestId)
                .POST(BodyPublishers.ofByteArray(bytes(body)));
        headers.forEach(request::header);
        return new Fields(authority, object(send(request.build(), settings.maxAnswerBytes())));
    }

    /** Posts form parameters, as token endpoints want them. */
    public Fields postForm(String path, String form) {
        var request = to(resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return new Fields(authority, object(send(request.build(), settings.maxAnswerBytes())));
    }

    /** Downloads a file from an address the authority named, which must lie on the authority's own host. */
    public byte[] fetch(String address, int maxBytes) {
        return send(to(ownAddress(address)).GET().build(), maxBytes);
    }

    private byte[] send(HttpRequest request, int maxBytes) {
        return guard.call(() -> exchange.send(request, maxBytes));
    }

    private static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "application/json, application/pdf");
    }

    private URI resolve(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a path of ours: " + path);
        }
        return URI.create(settings.baseUrl().toString().replaceFirst("/$", "") + path);
    }

    private URI ownAddress(String address) {
        try {
            var uri = settings.baseUrl().resolve(URI.create(address)).normalize();
            if (origin(uri).equals(origin(settings.baseUrl())) && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new AuthorityAnswerException(authority, Reason.MALFORMED, 200, "file address", e);
        }
        throw new AuthorityAnswerException(authority, Reason.REDIRECTED, "file address on another host");
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
    }

    private ObjectNode object(byte[] answer) {
        try {
            if (JSON.readTree(answer) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // The parser's message quotes the answer, which may hold personal information: not kept as a cause.
            throw new AuthorityAnswerException(authority, Reason.MALFORMED, "not JSON");
        } catch (IOException e) {
            throw new AuthorityAnswerException(authority, Reason.MALFORMED, "not text");
        }
        throw new AuthorityAnswerException(authority, Reason.MALFORMED, "not an object");
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(Objects.requireNonNull(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
