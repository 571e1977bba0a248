package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.haina.service.KeycloakForTests;
import org.haina.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The API with tokens of the real login server. */
@ServiceTest
class BearerTokenTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestRestTemplate http;

    @Test
    void an_official_and_a_partner_system_are_who_their_token_says() {
        JsonNode official =
                me(token("client_id=demo-cli", "grant_type=password", "username=clerk.huangpu", "password=haina-demo"));
        JsonNode partner = me(
                token("client_id=partner-demo", "client_secret=partner-demo-secret", "grant_type=client_credentials"));

        assertThat(official.path("account").asText()).isEqualTo("clerk.huangpu");
        assertThat(official.path("district").asText()).isEqualTo("310101");
        assertThat(partner.path("clientId").asText()).isEqualTo("partner-demo");
    }

    @Test
    void a_citizen_is_a_party_without_name_or_number() {
        JsonNode citizen =
                me(token("client_id=demo-cli", "grant_type=password", "username=citizen.one", "password=haina-demo"));

        assertThat(citizen.path("realNameLevel").asInt()).isEqualTo(3);
        assertThat(citizen.path("party").asText()).matches("[0-9a-f-]{36}");
        assertThat(citizen.toString()).doesNotContain("张示例", "319999");
    }

    @Test
    void a_token_with_a_broken_signature_opens_nothing() {
        String good =
                token("client_id=demo-cli", "grant_type=password", "username=clerk.huangpu", "password=haina-demo");
        String tampered = good.substring(0, good.length() - 4) + "AAAA";

        assertThat(status(tampered)).isEqualTo(401);
    }

    private JsonNode me(String token) {
        ResponseEntity<JsonNode> answer = http.exchange("/api/probe/me", HttpMethod.GET, bearer(token), JsonNode.class);
        assertThat(answer.getStatusCode().value())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(200);
        assertThat(answer.getBody()).isNotNull();
        return answer.getBody();
    }

    private int status(String token) {
        return http.exchange("/api/probe/me", HttpMethod.GET, bearer(token), String.class)
                .getStatusCode()
                .value();
    }

    private static HttpEntity<Void> bearer(String token) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        return new HttpEntity<>(headers);
    }

    private String token(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (String field : fields) {
            form.add(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        JsonNode answer = http.getRestTemplate()
                .postForObject(KeycloakForTests.running(port) + "/protocol/openid-connect/token", form, JsonNode.class);
        assertThat(answer).isNotNull();
        return answer.path("access_token").asText();
    }
}
