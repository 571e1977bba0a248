package org.haina.service.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.files.FileOwner;
import org.haina.service.keys.ItemKey;
import org.haina.service.uploads.HostileFiles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.DispatcherServlet;

/** What a citizen reads at the field of a file that is not taken; the draft stays as it was. */
@ServiceTest
class RefusedFilesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    JdbcClient jdbc;

    private Citizen citizen;
    private Draft draft;

    @BeforeEach
    void aDraftWithAllItsFiles() {
        TestPerson person = TestPerson.unknown();
        citizen = filing.citizen(person);
        draft = begun(filing.materials(person));
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments("学历.pdf", HostileFiles.pdfWithScript(), "PDF 文件含有脚本（JavaScript），出于安全原因不能接收"),
                arguments("学历.pdf", new byte[0], "文件是空的（0 字节）"),
                arguments("学历.pdf", new byte[21 << 20], "文件超过 10 MB"),
                arguments("学历.jpg", HostileFiles.pdf(), "文件内容与文件名不符：内容是 PDF"),
                arguments("学历.pdf", "<script>".getBytes(StandardCharsets.UTF_8), "只能上传"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("badFiles")
    void a_bad_file_is_refused_at_its_field_and_the_one_before_stays(String name, byte[] content, String words)
            throws Exception {
        List<SuppliedMaterial> before = draft.materials();
        int kept = filesOfTheCitizen();

        Document page = after(upload("diploma", name, content));

        assertThat(page.title()).startsWith("错误：");
        assertThat(page.select(".errors a").eachText())
                .singleElement()
                .asString()
                .contains(words);
        assertThat(page.select(".errors a").attr("href")).isEqualTo("#q-diploma");
        assertThat(page.select("section.wrong").eachAttr("id")).containsExactly("q-diploma");
        assertThat(page.select("#q-diploma .field-error").eachText())
                .singleElement()
                .asString()
                .contains(words);
        assertThat(page.select("#q-diploma .file-row a").text()).isEqualTo("diploma.jpg");
        assertThat(drafts.get(draft.id(), citizen.party()).materials()).isEqualTo(before);
        assertThat(filesOfTheCitizen()).isEqualTo(kept);
    }

    @Test
    void where_nothing_was_uploaded_before_a_refused_file_leaves_nothing() throws Exception {
        draft = begun(List.of());

        Document page = after(upload("photo", "照片.jpg", HostileFiles.pdfWithScript()));

        assertThat(page.select("#q-photo .field-error")).hasSize(1);
        assertThat(page.select("#q-photo .file-row")).isEmpty();
        assertThat(drafts.get(draft.id(), citizen.party()).materials()).isEmpty();
    }

    private Draft begun(List<SuppliedMaterial> materials) {
        return drafts.begin(
                citizen.party(),
                catalog.current(new ItemKey("teacher-qualification")),
                JsonNodeFactory.instance.objectNode(),
                materials);
    }

    private MvcResult upload(String key, String name, byte[] content) throws Exception {
        return web.perform(multipart("/applications/" + draft.id() + "/files/" + key)
                        .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andExpect(status().is3xxRedirection())
                .andReturn();
    }

    /** The page the browser goes on to, with what it is told there. */
    private Document after(MvcResult upload) throws Exception {
        String next = Objects.requireNonNull(upload.getResponse().getRedirectedUrl());
        return Jsoup.parse(web.perform(get(next.replaceAll("#.*", ""))
                        .with(SignedIn.as(citizen))
                        .requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, upload.getFlashMap()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private int filesOfTheCitizen() {
        return jdbc.sql("select count(*) from stored_file where owner = ?")
                .param(FileOwner.of(citizen).value())
                .query(Integer.class)
                .single();
    }
}
