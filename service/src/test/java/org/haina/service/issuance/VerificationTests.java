package org.haina.service.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.documents.Documents;
import org.haina.service.files.Files;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ServiceTest
class VerificationTests {

    private static final String GENUINE = "文件是原件，证书现行有效";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    Certificates certificates;

    @Autowired
    Files files;

    @Autowired
    Documents documents;

    @Autowired
    SandboxServer sandbox;

    @Test
    void anybody_verifies_by_code_and_by_file_and_learns_no_personal_data() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        Certificate certificate = issued(person);
        byte[] pdf = files.open(certificate.file().orElseThrow()).orElseThrow();

        page(certificate.code())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("小学教师资格")))
                .andExpect(content().string(containsString(certificate.number().orElseThrow())))
                .andExpect(content().string(not(containsString(person.name()))))
                .andExpect(content().string(not(containsString(person.idNumber()))));
        api(certificate.code())
                .andExpect(jsonPath("$.status").value("VALID"))
                .andExpect(jsonPath("$.title").value("教师资格证书"))
                .andExpect(jsonPath("$.fields[0].label").value("资格种类"))
                .andExpect(content().string(not(containsString(person.idNumber()))));
        check(pdf, "").andExpect(content().string(containsString(GENUINE)));
        check(pdf, certificate.code()).andExpect(content().string(containsString(GENUINE)));
    }

    @Test
    void a_changed_file_or_another_file_is_never_called_genuine() throws Exception {
        Certificate certificate = issued(TestPerson.admitted(sandbox));
        Certificate other = issued(TestPerson.admitted(sandbox));
        byte[] pdf = files.open(certificate.file().orElseThrow()).orElseThrow();
        byte[] altered = pdf.clone();
        altered[pdf.length / 3] ^= 1;
        byte[] longer = java.util.Arrays.copyOf(pdf, pdf.length + 10);

        check(altered, "").andExpect(content().string(not(containsString(GENUINE))));
        check(longer, "").andExpect(content().string(containsString("签名之后被改动过")));
        check("hello".getBytes(StandardCharsets.UTF_8), "")
                .andExpect(content().string(containsString("不是一份可以读取的 PDF")));
        check(pdf, other.code())
                .andExpect(content().string(containsString("不是这个核验码对应的证书")))
                .andExpect(content().string(not(containsString(GENUINE))));
    }

    @Test
    void a_letter_without_signature_is_neither_confirmed_nor_called_false() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        byte[] receipt = web.perform(get("/cases/" + number + "/documents/"
                                + documents.receipt(number).id())
                        .with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        Document letter =
                Jsoup.parse(check(receipt, "").andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));

        assertThat(letter.select(".note-red, .note-done")).isEmpty();
        assertThat(letter.select(".note-yellow strong").text()).contains("没有确认", "没有电子签名");
        assertThat(letter.select(".note-yellow").text()).contains("不要接受").doesNotContain("是真的");
        assertThat(letter.select(".note-yellow a").eachAttr("href")).containsExactly("/status");
    }

    @Test
    void what_is_missing_is_told_at_its_field() throws Exception {
        for (String blank : List.of("", " 　-")) {
            Document page = Jsoup.parse(web.perform(get("/verify").param("code", blank))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8));
            assertThat(page.select(".errors a[href=#code]").text()).isEqualTo("请输入核验码");
            assertThat(page.select("#code-error").text()).isEqualTo("请输入核验码");
        }
        web.perform(get("/verify")).andExpect(content().string(not(containsString("请输入核验码"))));
        check(new byte[0], "")
                .andExpect(content().string(containsString("文件是空的")))
                .andExpect(content().string(not(containsString("请选择要核验的 PDF 文件"))));
        web.perform(multipart("/verify")
                        .file(new MockMultipartFile("file", "", "application/octet-stream", new byte[0]))
                        .with(csrf()))
                .andExpect(content().string(containsString("请选择要核验的 PDF 文件")));
    }

    @Test
    void codes_are_read_as_people_type_them_and_unknown_ones_are_not_found() throws Exception {
        VerificationCode code = VerificationCode.random();
        String typed = code.grouped().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');

        web.perform(get("/verify").param("code", " " + typed + " ")).andExpect(redirectedUrl("/verify/" + code));
        String wide = code.value()
                .chars()
                .mapToObj(c -> Character.toString(c + 0xFEE0))
                .collect(Collectors.joining());
        web.perform(get("/verify").param("code", wide + "　")).andExpect(redirectedUrl("/verify/" + code));
        page(code.value())
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有与这个核验码对应的证书")))
                .andExpect(content().string(containsString("如需帮助，请提供编号")));
        page("<script>alert(1)</script>".replace("/", "%2F")).andExpect(status().is4xxClientError());
        web.perform(get("/verify").param("code", "\"><script>alert(1)</script>"))
                .andExpect(content().string(not(containsString("<script>alert"))));
        web.perform(get("/api/v1/certificates/" + code)).andExpect(status().isNotFound());
    }

    @Test
    void an_annulled_certificate_is_genuine_but_not_valid() throws Exception {
        Certificate certificate = issued(TestPerson.admitted(sandbox));
        byte[] pdf = files.open(certificate.file().orElseThrow()).orElseThrow();

        certificates.end(certificate, CertificateStatus.ANNULLED, "申请材料系伪造", TestDesk.DECIDER);

        api(certificate.code()).andExpect(jsonPath("$.status").value("ANNULLED"));
        check(pdf, "")
                .andExpect(content().string(containsString("已撤销")))
                .andExpect(content().string(not(containsString(GENUINE))));
    }

    private Certificate issued(TestPerson person) throws Exception {
        TestDesk desk = new TestDesk(web, json, filing, cases);
        CaseNumber number = desk.decided(person, "granted");
        desk.await(number, CaseStatus.GRANTED);
        Certificate certificate = certificates.of(number).orElseThrow();
        assertThat(certificates.find(certificate.code())).contains(certificate);
        return certificate;
    }

    private ResultActions page(String code) throws Exception {
        return web.perform(get("/verify/" + code));
    }

    private ResultActions api(String code) throws Exception {
        return web.perform(get("/api/v1/certificates/" + code)).andExpect(status().isOk());
    }

    private ResultActions check(byte[] pdf, String code) throws Exception {
        return web.perform(multipart("/verify")
                        .file(new MockMultipartFile("file", "证书.pdf", "application/pdf", pdf))
                        .param("code", code)
                        .with(csrf()))
                .andExpect(status().isOk());
    }
}
