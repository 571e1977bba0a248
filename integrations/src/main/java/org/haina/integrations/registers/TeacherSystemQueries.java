package org.haina.integrations.registers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.haina.integrations.teachersystem.CertificateAnswer;
import org.haina.integrations.teachersystem.NumberRequest;
import org.haina.integrations.teachersystem.RegisteredCertificate;
import org.haina.integrations.teachersystem.SchoolLevel;
import org.haina.integrations.teachersystem.TeacherSystem;

record TeacherSystemQueries(TeacherSystem authority) implements RegisterQueries {

    @Override
    public String register() {
        return "teacher-system";
    }

    @Override
    public Map<String, Function<RegisterRequest, Answer>> queries() {
        return Map.of(
                "exam-certificate", this::examination,
                "ability-certificate", this::ability,
                "teacher-certificate", this::registered,
                "certificate-number", this::number);
    }

    private Answer examination(RegisterRequest ask) {
        return answer(authority.examinationCertificate(
                ask.requestId(), ask.text("name"), ask.text("idNumber"), ask.purpose()));
    }

    private Answer ability(RegisterRequest ask) {
        return answer(
                authority.abilityCertificate(ask.requestId(), ask.text("name"), ask.text("idNumber"), ask.purpose()));
    }

    private Answer registered(RegisterRequest ask) {
        return authority
                .registeredCertificate(
                        ask.requestId(),
                        ask.text("name"),
                        ask.text("idNumber"),
                        ask.text("certificateNumber"),
                        ask.purpose())
                .map(found -> Answer.of(Finding.FOUND, fields(found)))
                .orElseGet(() -> Answer.of(Finding.NOT_FOUND));
    }

    private static Map<String, String> fields(RegisteredCertificate found) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("number", found.number());
        fields.put("schoolLevel", found.level().key());
        fields.put("schoolLevelTitle", found.level().title());
        found.subject().ifPresent(subject -> fields.put("subject", subject));
        found.issuedOn().ifPresent(day -> fields.put("issuedOn", day.toString()));
        fields.put("status", found.status().key());
        return fields;
    }

    private static Answer answer(CertificateAnswer answer) {
        if (!(answer instanceof CertificateAnswer.Found found)) {
            return Answer.of(Finding.NOT_FOUND);
        }
        return Answer.of(
                Finding.FOUND,
                Map.of(
                        "number", found.number(),
                        "schoolLevel", found.level().key(),
                        "schoolLevelTitle", found.level().title(),
                        "subject", found.subject(),
                        "issuedOn", found.issuedOn().toString(),
                        "validUntil", found.validUntil().toString()));
    }

    private Answer number(RegisterRequest ask) {
        var number = authority.assignNumber(new NumberRequest(
                ask.requestId(),
                year(ask.text("year")),
                ask.text("organ"),
                SchoolLevel.ofKey(ask.text("schoolLevel")),
                ask.text("sex"),
                ask.text("name"),
                ask.text("idNumber")));
        return Answer.of(Finding.DONE, Map.of("number", number));
    }

    private static int year(String year) {
        if (!year.matches("\\d{4}")) {
            throw new IllegalArgumentException("Parameter year has four digits");
        }
        return Integer.parseInt(year);
    }
}
