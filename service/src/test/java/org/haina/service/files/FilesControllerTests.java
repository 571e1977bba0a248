package org.haina.service.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.PartyId;
import org.haina.service.uploads.HostileFiles;
import org.junit.jupiter.api.Test;
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

    @Test
    void an_empty_file_is_refused_in_words_and_nothing_is_kept() throws Exception {
        upload(citizen, "a.pdf", new byte[0])
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("/problems/file-refused"))
                .andExpect(jsonPath("$.reason").value("EMPTY"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("0 字节")));
        assertThat(jdbc.sql("select count(*) from stored_file where owner = ?")
                        .param(FileOwner.of(citizen).value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void twenty_one_megabytes_are_refused_in_words() throws Exception {
        upload(citizen, "a.pdf", new byte[21 << 20])
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("20 MB")));
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
