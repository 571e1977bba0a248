package org.haina.service.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPerson.TeachingCertificate;
import org.haina.integrations.DemoPersons;

/**
 * Who applies in the demo, and the form they fill in.
 *
 * @param form complete answers of teacher-qualification, as the person believes them to be
 */
record DemoApplicant(String idType, String idNumber, String name, ObjectNode form) {

    /** A resident of Hong Kong, whom no register of the sandbox knows. */
    private static final String HONG_KONG = "hong-kong";

    /** @throws IllegalArgumentException if there is no such person */
    static DemoApplicant of(String key) {
        if (key.equals(HONG_KONG)) {
            return hongKong();
        }
        return DemoPersons.get()
                .findByKey(key)
                .map(DemoApplicant::of)
                .orElseThrow(() -> new IllegalArgumentException("No demo person " + key));
    }

    boolean fromHongKong() {
        return idType.equals("516");
    }

    private static DemoApplicant of(DemoPerson person) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        qualification(form, person);
        form.put("idType", person.idType()).put("districtBasis", basis(person)).put("district", person.district());
        form.put("name", person.name()).put("idNumber", person.idNumber()).put("sex", person.sex());
        form.put("birthDate", person.birthDate().toString()).put("ethnicity", person.ethnicity());
        form.put("phone", Optional.ofNullable(person.phone()).orElse("13900000000"));
        form.put("address", person.address());
        education(form, person);
        declarations(form);
        return new DemoApplicant(person.idType(), person.idNumber(), person.name(), form);
    }

    private static String basis(DemoPerson person) {
        return person.household().inShanghai() ? "household" : "residence-permit";
    }

    private static void qualification(ObjectNode form, DemoPerson person) {
        form.put("schoolLevel", person.schoolLevel()).put("subject", person.subject());
        form.put("route", person.route());
        boolean exam = "exam".equals(person.route());
        Optional<TeachingCertificate> held =
                Optional.ofNullable(exam ? person.examCertificate() : person.abilityCertificate());
        String paper = exam ? "examCertificate" : "abilityCertificate";
        form.put(paper + "Number", held.map(TeachingCertificate::number).orElse("202531231999999"));
        form.put(
                paper + "Date",
                held.map(certificate -> certificate.issuedOn().toString()).orElse("2025-12-15"));
    }

    private static void education(ObjectNode form, DemoPerson person) {
        var diploma = Optional.ofNullable(person.diploma());
        form.put("educationLevel", diploma.map(DemoPerson.Diploma::level).orElse("本科"));
        form.put("graduationSchool", diploma.map(DemoPerson.Diploma::school).orElse("海纳示范师范大学"));
        form.put("major", diploma.map(DemoPerson.Diploma::major).orElse("小学教育"));
        form.put("diplomaNumber", diploma.map(DemoPerson.Diploma::number).orElse("999901202605099999"));
        form.put(
                "graduationDate",
                diploma.map(paper -> paper.graduationDate().toString()).orElse("2026-06-30"));
        var mandarin = Optional.ofNullable(person.mandarin());
        form.put("mandarinLevel", mandarin.map(DemoPerson.Mandarin::grade).orElse("二级甲等"));
        form.put("mandarinNumber", mandarin.map(DemoPerson.Mandarin::number).orElse("3199921099999"));
    }

    private static void declarations(ObjectNode form) {
        form.put("medicalConsent", true).put("electronicService", true);
        form.put("noBarDeclared", true).put("truthDeclared", true);
    }

    private static DemoApplicant hongKong() {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.put("schoolLevel", "junior-secondary").put("subject", "英语").put("route", "exam");
        form.put("examCertificateNumber", "202531231999998").put("examCertificateDate", "2025-12-15");
        form.put("idType", "516").put("districtBasis", "residence-permit").put("district", "310101");
        form.put("name", "陈示港").put("hkMacaoPermit", "H99999901").put("sex", "1");
        form.put("birthDate", "1995-11-02").put("phone", "13900000000");
        form.put("address", "上海市黄浦区示例路99号101室");
        form.put("educationLevel", "本科").put("graduationSchool", "海纳示范师范大学").put("major", "英语");
        form.put("diplomaNumber", "999901201805099998").put("graduationDate", "2018-06-30");
        form.put("mandarinLevel", "二级甲等").put("mandarinNumber", "3199921099998");
        declarations(form);
        return new DemoApplicant("516", "H99999901", "陈示港", form);
    }
}
