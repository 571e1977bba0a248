package org.haina.service.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.PartyId;
import org.haina.service.uploads.HostileFiles;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ServiceTest
class FilesControllerTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FileStore store;

    @Autowired
    SealedContents contents;

    private final Caller.Citizen citizen = SignedIn.citizen(new PartyId(UUID.randomUUID()));

    @Test
    void a_citizen_uploads_a_file_and_gets_its_id() throws Exception {
        upload(citizen, "学历证书.pdf", HostileFiles.pdf())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").isString())
                .andExpect(jsonPath("$.name").value("学历证书.pdf"))
                .andExpect(jsonPath("$.type").value("application/pdf"))
                .andExpect(jsonPath("$.size").isNumber())
                .andExpect(jsonPath("$.scan").value("not-scanned"));
    }

    @Test
    void a_partner_uploads_a_file() throws Exception {
        upload(new Caller.Machine("partner-demo"), "a.png", HostileFiles.png()).andExpect(status().isCreated());
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments("学历.pdf", HostileFiles.pdfWithScript(), 422, "PDF_ACTIVE", "脚本"),
                arguments("学历.pdf", new byte[0], 422, "EMPTY", "0 字节"),
                arguments("学历.pdf", new byte[21 << 20], 413, "TOO_LARGE", "超过 20 MB"),
                arguments("学历.jpg", HostileFiles.pdf(), 422, "NAME_MISMATCH", "内容是 PDF"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("badFiles")
    void a_bad_file_is_refused_in_words_and_nothing_of_it_is_kept(
            String name, byte[] content, int status, String reason, String words) throws Exception {
        upload(citizen, name, content)
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("/problems/file-refused"))
                .andExpect(jsonPath("$.reason").value(reason))
                .andExpect(jsonPath("$.detail").value(Matchers.containsString(words)))
                .andExpect(jsonPath("$.id").doesNotExist());

        assertThat(jdbc.sql("select count(*) from stored_file where owner = ?")
                        .param(FileOwner.of(citizen).value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(store.contains(contents.hash(content))).isFalse();
    }

    @Test
    void nobody_and_no_official_uploads_here() throws Exception {
        mvc.perform(multipart("/api/v1/files")
                        .file(new MockMultipartFile("file", "a.pdf", "application/pdf", HostileFiles.pdf()))
                        .with(csrf()))
                .andExpect(status().is4xxClientError());
        upload(SignedIn.clerk("310101"), "a.pdf", HostileFiles.pdf()).andExpect(status().isForbidden());
    }

    private ResultActions upload(Caller caller, String name, byte[] content) throws Exception {
        return mvc.perform(multipart("/api/v1/files")
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .with(SignedIn.as(caller))
                .with(csrf()));
    }
}
