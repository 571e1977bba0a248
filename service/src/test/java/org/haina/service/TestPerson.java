package org.haina.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.haina.integrations.DemoPersons;
import org.haina.integrations.sandbox.SandboxServer;

/** A synthetic person nobody else uses, known to all sandbox authorities with papers in order, and the form they file. */
public final class TestPerson {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode person;

    private TestPerson(ObjectNode person) {
        this.person = person;
    }

    /** A woman born in 1990 who passed the examination for primary school Chinese; of Huangpu district. */
    public static TestPerson admitted(SandboxServer sandbox) {
        return unknown().admit(sandbox);
    }

    /** Known to all authorities from now on, as {@link #raw()} has it. */
    public TestPerson admit(SandboxServer sandbox) {
        SandboxAuthorities.admit(sandbox, person);
        return this;
    }

    /** The demo's person who signs in by this account; the login server and all authorities know him. */
    public static TestPerson demo(String account) {
        return new TestPerson(
                all().filter(person -> person.path("account").asText().equals(account))
                        .findFirst()
                        .orElseThrow()
                        .deepCopy());
    }

    /** The same, but no authority knows her. */
    public static TestPerson unknown() {
        ObjectNode copy = model();
        int serial = SERIAL.incrementAndGet();
        copy.put("copyOf", copy.path("key").asText());
        copy.remove("key");
        copy.remove("account");
        String id = idNumber(serial);
        copy.put("idNumber", id);
        copy.put("birthDate", id.substring(6, 10) + "-" + id.substring(10, 12) + "-" + id.substring(12, 14));
        ((ObjectNode) copy.get("diploma")).put("number", "9999012021050%05d".formatted(serial));
        ((ObjectNode) copy.get("examCertificate")).put("number", "20253123199%04d".formatted(serial));
        ((ObjectNode) copy.get("mandarin")).put("number", "31999210%05d".formatted(serial));
        return new TestPerson(copy);
    }

    /** 319999 is never assigned; births are of 1990 so that numbers never collide with the demo's. */
    private static String idNumber(int serial) {
        return idNumber("1990%02d%02d".formatted(serial / 13860 % 12 + 1, serial / 495 % 28 + 1), serial % 495 * 2 + 2);
    }

    /** Number of somebody born on this day, a woman if the order is even; the area was never assigned. */
    public static String idNumber(LocalDate born, int order) {
        return idNumber(born.toString().replace("-", ""), order);
    }

    private static String idNumber(String born, int order) {
        String body = "319999" + born + "%03d".formatted(order);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private static ObjectNode model() {
        return all().findFirst().orElseThrow().deepCopy();
    }

    private static Stream<ObjectNode> all() {
        try (var in = DemoPersons.class.getResourceAsStream("demo-persons.json")) {
            JsonNode all = JSON.readTree(in);
            JsonNode list = all.isArray() ? all : all.get("persons");
            return StreamSupport.stream(list.spliterator(), false).map(ObjectNode.class::cast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return person.path("name").asText();
    }

    public String idNumber() {
        return person.path("idNumber").asText();
    }

    public ObjectNode raw() {
        return person;
    }

    /** A complete application for primary school, agreeing with what the authorities hold. */
    public ObjectNode application() {
        ObjectNode form = JSON.createObjectNode();
        form.put("schoolLevel", "primary").put("subject", "语文").put("route", "exam");
        form.put("examCertificateNumber", text("examCertificate", "number"));
        form.put("examCertificateDate", text("examCertificate", "issuedOn"));
        form.put("idType", "111").put("districtBasis", "household").put("district", "310101");
        form.put("name", name()).put("idNumber", idNumber()).put("sex", "2");
        String born = idNumber().substring(6, 14);
        form.put("birthDate", born.substring(0, 4) + "-" + born.substring(4, 6) + "-" + born.substring(6));
        form.put("ethnicity", "01").put("phone", "13900000001").put("address", "上海市黄浦区示例路1号101室");
        form.put("educationLevel", text("diploma", "level")).put("graduationSchool", text("diploma", "school"));
        form.put("major", text("diploma", "major")).put("diplomaNumber", text("diploma", "number"));
        form.put("graduationDate", text("diploma", "graduationDate"));
        form.put("mandarinLevel", text("mandarin", "grade")).put("mandarinNumber", text("mandarin", "number"));
        form.put("medicalConsent", true).put("electronicService", true);
        form.put("noBarDeclared", true).put("truthDeclared", true);
        return form;
    }

    /** An application for the certificate of the college entrance examination of 2017, as the exam authority holds it. */
    public ObjectNode scoreApplication() {
        ObjectNode form = JSON.createObjectNode();
        form.put("exam", "college-entrance").put("year", "2017").put("purpose", "study");
        form.put("idType", "111")
                .put("name", name())
                .put("idNumber", idNumber())
                .put("phone", "13900000001");
        return form.put("electronicService", true).put("truthDeclared", true);
    }

    /** A request for what a training school's inspection came to, made to a district. */
    public ObjectNode disclosureRequest(String district) {
        ObjectNode form = JSON.createObjectNode().put("level", "district").put("district", district);
        form.put("infoKind", "institution").put("title", "示例培训学校的年度检查结论").put("description", "年度检查的结论和整改要求");
        form.put("name", name()).put("idType", "111").put("idNumber", idNumber());
        form.put("phone", "13900000001").put("way", "account");
        return form.put("electronicService", true).put("truthDeclared", true);
    }

    /** An application for a certificate in the place of a lost one of primary school Chinese, issued by Huangpu. */
    public ObjectNode reissueApplication(String number) {
        ObjectNode form = JSON.createObjectNode();
        form.put("reason", "lost").put("lostStory", "2026年9月搬家时遗失，已经找过没有找到。");
        form.put("certificateNumber", number).put("schoolLevel", "primary").put("subject", "语文");
        form.put("issuedOn", "2026-11-20").put("district", "310101").put("idType", "111");
        form.put("name", name()).put("idNumber", idNumber()).put("sex", "2");
        form.put("birthDate", application().path("birthDate").asText()).put("phone", "13900000001");
        return form.put("electronicService", true).put("truthDeclared", true);
    }

    /** The teacher system knows her to hold a certificate of this number; before {@link #admit}. */
    public TestPerson holding(String number, String status) {
        person.putObject("teacherCertificate")
                .put("number", number)
                .put("schoolLevel", "primary")
                .put("subject", "语文")
                .put("issuedOn", "2026-11-20")
                .put("status", status);
        return this;
    }

    private String text(String paper, String field) {
        return person.path(paper).path(field).asText();
    }
}
