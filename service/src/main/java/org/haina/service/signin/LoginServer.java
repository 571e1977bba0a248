package org.haina.service.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Whether the login server answers, so that nobody is redirected into a browser's connection error. */
@Component
class LoginServer {

    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private final SigninSettings settings;
    private final HttpClient client;
    /** Real time: legal time may stand still. */
    private final InstantSource time = Clock.systemUTC();

    private volatile long askedAt;
    private volatile boolean answered;

    LoginServer(SigninSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    boolean answers() {
        if (answered && time.millis() - askedAt < BELIEVED.toMillis()) {
            return true;
        }
        answered = ask();
        askedAt = time.millis();
        return answered;
    }

    private boolean ask() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(settings.issuer() + "/.well-known/openid-configuration"))
                .timeout(settings.timeout())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
