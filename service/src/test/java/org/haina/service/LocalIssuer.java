package org.haina.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import org.haina.service.access.Caller;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Signs access tokens as the login server does, where thousands of people must be signed in at once. */
public final class LocalIssuer implements AutoCloseable {

    private final RSAKey key;
    private final RSASSASigner signer;
    private final HttpServer server;
    private volatile int status = 503;
    private volatile String answer = "";

    public LocalIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            signer = new RSASSASigner(key);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/protocol/openid-connect/certs", exchange -> answer(exchange, 200, keys));
        server.createContext("/.well-known", exchange -> answer(exchange, 200, new byte[] {'{', '}'}));
        server.createContext(
                "/protocol/openid-connect/token",
                exchange -> answer(exchange, status, answer.getBytes(StandardCharsets.UTF_8)));
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What its token endpoint says from now on; before, it is not there yet (503). */
    public void answersTokenRequests(int newStatus, String body) {
        answer = body;
        status = newStatus;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A bearer token of this citizen, real-name level 3, good for six hours. */
    public String token(TestPerson person) {
        return signed(claims(person.idNumber())
                .claim("id_type", "111")
                .claim("id_number", person.idNumber())
                .claim("real_name", person.name())
                .claim("real_name_level", 3)
                .build());
    }

    /** A bearer token of this official, good for six hours. */
    public String token(Caller.Official official) {
        return signed(claims(official.account())
                .claim("preferred_username", official.account())
                .claim("real_name", official.displayName())
                .claim(
                        "haina_roles",
                        official.roles().stream()
                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                .toList())
                .claim("haina_org", official.org())
                .claim("haina_district", official.district().code())
                .build());
    }

    private JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(address().toString())
                .audience("haina-api")
                .subject(subject)
                .expirationTime(Date.from(Clock.systemUTC().instant().plus(Duration.ofHours(6))))
                .claim("azp", "demo-cli");
    }

    private String signed(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        LocalIssuer localIssuer() {
            return new LocalIssuer();
        }

        @Bean
        DynamicPropertyRegistrar issuerAddress(LocalIssuer issuer) {
            return properties -> properties.add("haina.signin.issuer", issuer::address);
        }
    }
}
