package org.haina.service.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.haina.forms.FormLayout;
import org.haina.integrations.licencestore.Holder;
import org.haina.integrations.licencestore.UseCause;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An application from its beginning to the receipt, each page as a browser sends it. */
@ServiceTest
class PageByPageTests {

    private static final ItemKey ITEM = new ItemKey("teacher-qualification");

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Catalog catalog;

    @Autowired
    Cases cases;

    @Autowired
    CaseMaterials materials;

    @Autowired
    Authorities authorities;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    ObjectMapper json;

    /** 教师资格条例 13: by household or by place of teaching; in Shanghai also by residence permit or place of studies. */
    @ParameterizedTest
    @CsvSource({
        "household, 310101, 海纳示范黄浦区教育局",
        "workplace, 310104, 海纳示范徐汇区教育局",
        "studying, 310115, 海纳示范浦东新区教育局",
        "residence-permit, 310104, 海纳示范徐汇区教育局"
    })
    void the_organ_of_the_district_chosen_gets_the_case_and_no_other(String basis, String district, String organ)
            throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        Caller.Citizen citizen = filing.citizen(person);
        ObjectNode answers = person.application().put("districtBasis", basis).put("district", district);
        if (basis.equals("workplace") || basis.equals("studying")) {
            answers.put("school", "海纳示范小学");
        }
        String draft = begin(citizen);
        assertThat(page(draft + "/pages/place", citizen)
                        .select("select[name=district] option[selected]")
                        .val())
                .as("where the household is")
                .isEqualTo("310101");

        fill(draft, answers, citizen);
        CaseNumber number = submit(draft, citizen);

        CaseFile filed = cases.get(number);
        assertThat(filed.district().code()).isEqualTo(district);
        assertThat(filed.org()).isEqualTo(SignedIn.clerk(district).org());
        assertThat(filed.data().path("districtBasis").asText()).isEqualTo(basis);
        assertThat(page("/cases/" + number, citizen).select("h1").text()).contains(organ);
        assertThat(tasks(number, district)).isOne();
        assertThat(tasks(number, district.equals("310101") ? "310104" : "310101"))
                .isZero();
    }

    @Test
    void licences_of_the_store_are_the_papers_and_nothing_is_uploaded_for_them() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        Caller.Citizen citizen = filing.citizen(person);
        String draft = begin(citizen);
        fill(draft, person.application(), citizen);

        Document files = page(draft + "/pages/files", citizen);
        for (String key : new String[] {"identity", "mandarin", "diploma"}) {
            assertThat(files.select("#q-" + key + " .note-done").text()).as(key).isEqualTo("已从电子证照库找到您的电子证照，不用上传。");
            assertThat(files.select("#q-" + key + " input[type=file]")).as(key).isEmpty();
        }
        assertThat(files.select("#q-photo .note-done")).isEmpty();
        assertThat(page(draft + "/check", citizen).select("dd:contains(电子证照，不用上传)"))
                .hasSize(3);
        CaseNumber number = submit(draft, citizen);

        assertThat(materials.of(number))
                .filteredOn(piece -> piece.source() == Source.LICENCE)
                .containsExactlyInAnyOrder(
                        licence("identity", "identity-card", person),
                        licence("mandarin", "mandarin-certificate", person),
                        licence("diploma", "diploma-certificate", person));
        assertThat(page("/cases/" + number, citizen)
                        .select("a[href=/cases/" + number + "/licences/mandarin]")
                        .text())
                .contains("普通话水平测试等级证书", "取自电子证照库");
    }

    @Test
    void a_paper_the_store_does_not_have_is_asked_for_and_the_upload_takes_its_place() throws Exception {
        TestPerson person = TestPerson.unknown();
        ObjectNode answers = person.application();
        person.raw().putNull("mandarin");
        person.admit(sandbox);
        Caller.Citizen citizen = filing.citizen(person);
        String draft = begin(citizen);
        fill(draft, answers, citizen);
        assertThat(page(draft + "/pages/files", citizen).select("#q-mandarin input[type=file]"))
                .hasSize(1);
        assertThat(page(draft + "/check", citizen)
                        .select("dt:contains(普通话水平测试等级证书) + dd")
                        .text())
                .isEqualTo("未上传（查不到时才需要）");

        upload(draft, "mandarin", citizen);
        CaseNumber number = submit(draft, citizen);

        assertThat(materials.of(number))
                .filteredOn(piece -> piece.key().equals("mandarin"))
                .extracting(SuppliedMaterial::source)
                .containsExactly(Source.UPLOAD);
    }

    private String begin(Caller.Citizen citizen) throws Exception {
        return Objects.requireNonNull(send("/items/" + ITEM + "/apply", citizen).getRedirectedUrl());
    }

    /** Every page with these answers and the photo; each leads on to the next, the last to the look over it all. */
    private void fill(String draft, ObjectNode answers, Caller.Citizen citizen) throws Exception {
        upload(draft, "photo", citizen);
        ItemVersion item = catalog.current(ITEM);
        String next = draft + "/pages/qualification";
        for (FormLayout.Page page : item.applicationForm().layout().pages()) {
            assertThat(next).isEqualTo(draft + "/pages/" + page.key());
            MockHttpServletRequestBuilder sent = post(next).param("scripted", "1");
            item.applicationForm()
                    .inputs(page.key(), answers)
                    .forEach((name, values) -> sent.param(name, values.toArray(String[]::new)));
            next = web.perform(sent.with(csrf()).with(SignedIn.as(citizen)))
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl();
        }
        assertThat(next).isEqualTo(draft + "/check");
    }

    private CaseNumber submit(String draft, Caller.Citizen citizen) throws Exception {
        String receipt = String.valueOf(send(draft + "/submit", citizen).getRedirectedUrl());
        assertThat(receipt).matches("/cases/HN\\w+/receipt");
        return new CaseNumber(receipt.split("/")[2]);
    }

    private void upload(String draft, String key, Caller.Citizen citizen) throws Exception {
        web.perform(multipart(draft + "/files/" + key)
                        .file(new MockMultipartFile("file", key + ".jpg", "image/jpeg", picture()))
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andExpect(status().is3xxRedirection());
        assertThat(page(draft + "/pages/files", citizen)
                        .select("#q-" + key + " .file-row")
                        .text())
                .contains(key + ".jpg");
    }

    private static byte[] picture() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 560, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    /** What the store has of this person, as a piece of the case. */
    private SuppliedMaterial licence(String key, String type, TestPerson person) {
        String id = authorities
                .licenceStore()
                .queryByHolder(
                        UUID.randomUUID().toString(),
                        new Holder(person.name(), "111", person.idNumber()),
                        Optional.of(type),
                        new UseCause("测试", ""))
                .get(0)
                .id()
                .value();
        return new SuppliedMaterial(key, Source.LICENCE, id);
    }

    private int tasks(CaseNumber number, String district) throws Exception {
        String list = web.perform(get("/api/v1/work-items")
                        .param("number", number.value())
                        .with(SignedIn.as(SignedIn.clerk(district))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(list).path("items").size();
    }

    private org.springframework.mock.web.MockHttpServletResponse send(String path, Caller.Citizen citizen)
            throws Exception {
        return web.perform(post(path).with(csrf()).with(SignedIn.as(citizen)))
                .andReturn()
                .getResponse();
    }

    private Document page(String path, Caller.Citizen citizen) throws Exception {
        return document(web.perform(get(path).with(SignedIn.as(citizen)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse());
    }

    private static Document document(org.springframework.mock.web.MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }
}
