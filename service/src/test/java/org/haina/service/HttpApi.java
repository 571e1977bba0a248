package org.haina.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The API over a real connection, with a bearer token. */
public final class HttpApi {

    private static final String BOUNDARY = "haina-test-boundary";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    public HttpApi(URI base) {
        this.base = base;
    }

    public HttpResponse<String> submit(String token, String key, String body) throws IOException {
        return send(request("/api/v1/cases", token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> upload(String token, String name, byte[] content) throws IOException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return send(request("/api/v1/files", token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head, StandardCharsets.US_ASCII),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n", StandardCharsets.US_ASCII))));
    }

    public HttpResponse<String> claim(String token, String workItem) throws IOException {
        return send(request("/api/v1/work-items/" + workItem + "/claim", token).POST(BodyPublishers.noBody()));
    }

    public HttpResponse<String> complete(String token, String workItem, String tag, String body) throws IOException {
        return send(request("/api/v1/work-items/" + workItem + "/complete", token)
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path, String token) throws IOException {
        return send(request(path, token).GET());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
