package org.haina.service.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.files.FileOwner;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.HostileFiles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The form as a browser without scripts posts it: one multipart request for every button. */
@ServiceTest
class CorrectionFormTests {

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    CaseMaterials materials;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private Citizen citizen;
    private CaseNumber number;

    @BeforeEach
    void a_photo_and_an_address_are_asked_for() throws Exception {
        TestPerson person = TestPerson.unknown();
        citizen = filing.citizen(person);
        number = filing.filed(person);
        new TestDesk(web, json, filing, cases)
                .work(
                        number,
                        TestDesk.CLERK,
                        """
                        {"outcome":"correct","marks":[{"material":"photo","text":"照片不是近期的"},
                         {"pointer":"/address","text":"请写到门牌号"}]}
                        """);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
    }

    @Test
    void a_file_of_the_wrong_kind_is_refused_at_its_field_and_nothing_is_kept() throws Exception {
        List<SuppliedMaterial> before = materials.of(number);
        int kept = keptFiles();
        for (byte[] wrong : List.of("not a picture".getBytes(StandardCharsets.UTF_8), HostileFiles.png())) {
            String page = sent("send", new MockMultipartFile("file-photo", "photo.jpg", "image/jpeg", wrong))
                    .getContentAsString(StandardCharsets.UTF_8);

            assertThat(page)
                    .contains("<title>错误：", "href=\"#file-photo\"", "id=\"file-photo-error\"", "上海市黄浦区示例路9号")
                    .contains("aria-describedby=\"file-photo-error\"")
                    .doesNotContain("已上传");
        }

        assertThat(keptFiles()).isEqualTo(kept);
        assertThat(pieces()).isZero();
        assertThat(materials.of(number)).isEqualTo(before);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
        assertThat(cases.get(number).data().path("address").asText()).doesNotContain("示例路9号");
    }

    @Test
    void without_the_file_it_asks_for_an_answer_is_not_sent() throws Exception {
        String page = sent("send", new MockMultipartFile("file-photo", "", "application/octet-stream", new byte[0]))
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).contains("<title>错误：", "id=\"file-photo-error\"", "请补交");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
    }

    @Test
    void what_the_notice_asked_for_and_nobody_changed_is_said_before_it_is_sent() throws Exception {
        MockMultipartFile photo = new MockMultipartFile("file-photo", "近照.jpg", "image/jpeg", HostileFiles.jpeg());
        String before = cases.secrets(number).path("address").asText();

        assertThat(Jsoup.parse(sent("review", photo).getContentAsString(StandardCharsets.UTF_8))
                        .select("#untouched"))
                .isEmpty();
        Document untouched = Jsoup.parse(sent("review", before, photo).getContentAsString(StandardCharsets.UTF_8));
        assertThat(untouched.select("#untouched").text()).contains("有 1 项没有修改", "地址");

        assertThat(sent("send", before).getRedirectedUrl())
                .as("whoever was right may say so")
                .isEqualTo("/cases/" + number + "?corrected");
    }

    @Test
    void a_new_piece_is_shown_before_it_is_sent_and_then_stands_in_the_place_of_the_old_one() throws Exception {
        String old = photo();

        String review = sent("review", new MockMultipartFile("file-photo", "近照.jpg", "image/jpeg", HostileFiles.jpeg()))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(review).contains("请核对补正内容", "新上传：近照.jpg");
        assertThat(photo()).as("not before it is sent").isEqualTo(old);

        MockHttpServletResponse answer = sent("send");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/cases/" + number + "?corrected");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(photo()).isNotEqualTo(old);
        assertThat(status("/cases/" + number + "/files/" + photo())).isEqualTo(200);
        assertThat(status("/cases/" + number + "/files/" + old)).isEqualTo(404);
    }

    private MockHttpServletResponse sent(String button, MockMultipartFile... files) throws Exception {
        return sent(button, "上海市黄浦区示例路9号", files);
    }

    private MockHttpServletResponse sent(String button, String address, MockMultipartFile... files) throws Exception {
        var request = multipart("/cases/" + number + "/correction");
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        return web.perform(request.param("address", address)
                        .param("do", button)
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andReturn()
                .getResponse();
    }

    private int status(String path) throws Exception {
        return web.perform(get(path).with(SignedIn.as(citizen)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String photo() {
        return materials.of(number).stream()
                .filter(piece -> piece.key().equals("photo"))
                .map(SuppliedMaterial::reference)
                .findFirst()
                .orElseThrow();
    }

    private int keptFiles() {
        return jdbc.sql("select count(*) from stored_file where owner = ?")
                .param(FileOwner.of(citizen).value())
                .query(Integer.class)
                .single();
    }

    private int pieces() {
        return jdbc.sql("select count(*) from correction_piece p join correction c on c.id = p.correction_id"
                        + " where c.case_number = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
    }
}
