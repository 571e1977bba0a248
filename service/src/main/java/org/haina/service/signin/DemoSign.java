package org.haina.service.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * A token request that only a login server with something of the demo's in it takes: what it says is published with the
 * source. An administrator who removed one sign may have left another, so each is asked for.
 *
 * @param request form of the token endpoint (RFC 6749 4.1.3, 4.3.2, 4.4.2)
 */
record DemoSign(String request) {

    /** The demo's client, by which its accounts come with their password alone. */
    private static final DemoSign ACCOUNTS =
            new DemoSign("grant_type=password&client_id=demo-cli&username=operator.city&password=haina-demo");

    private static final DemoSign PARTNER =
            new DemoSign("grant_type=client_credentials&client_id=partner-demo&client_secret=partner-demo-secret");

    /** The pages' client under the published secret: with any other it is refused before the code is looked at. */
    private static final DemoSign PAGES =
            new DemoSign("grant_type=authorization_code&code=none&redirect_uri=http%3A%2F%2Flocalhost%2F"
                    + "&client_id=haina-web&client_secret=" + SigninSettings.DEMO_SECRET);

    static final List<DemoSign> ALL = List.of(ACCOUNTS, PARTNER, PAGES);

    /** What a login server says to a sign. */
    enum Finding {
        CLEAN,
        DEMO,
        SILENT;

        /** Client unknown or under another secret: {@code invalid_client} or {@code unauthorized_client} (RFC 6749 5.2). */
        private static Finding of(HttpResponse<String> response) {
            if (response.statusCode() == 200 || response.body().contains("invalid_grant")) {
                return DEMO;
            }
            boolean refused = response.body().contains("invalid_client")
                    || response.body().contains("unauthorized_client");
            return refused ? CLEAN : SILENT;
        }
    }

    Finding at(SigninSettings settings) {
        HttpRequest asked = HttpRequest.newBuilder(URI.create(settings.endpoint("token")))
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(request))
                .build();
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        try {
            return Finding.of(client.send(asked, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Finding.SILENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.SILENT;
        }
    }
}
