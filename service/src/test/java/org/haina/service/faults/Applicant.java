package org.haina.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.haina.service.CaseApi;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.TestPerson;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.keys.CaseNumber;

/** A citizen at a computer: signed in, picture uploaded, form filled in, about to press the button. */
record Applicant(String token, String key, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] PICTURE = picture();

    static Applicant ready(LocalIssuer issuer, HttpApi api) throws IOException {
        return ready(TestPerson.unknown(), issuer, api);
    }

    static Applicant ready(TestPerson person, LocalIssuer issuer, HttpApi api) throws IOException {
        String token = issuer.token(person);
        HttpResponse<String> uploaded = api.upload(token, "photo.jpg", PICTURE);
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        String file = JSON.readTree(uploaded.body()).path("id").asText();
        return new Applicant(
                token,
                UUID.randomUUID().toString(),
                CaseApi.body(
                        person,
                        Stream.of("photo", "exam-certificate", "diploma", "identity", "mandarin")
                                .map(material -> new SuppliedMaterial(material, Source.UPLOAD, file))
                                .toList()));
    }

    private static byte[] picture() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(295, 413, BufferedImage.TYPE_INT_RGB), "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> submit(HttpApi api) throws IOException {
        return api.submit(token, key, body);
    }

    static CaseNumber number(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new CaseNumber(JSON.readTree(answer.body()).path("number").asText());
    }
}
