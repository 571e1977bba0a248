package org.haina.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.OptionalLong;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.keys.CaseNumber;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ServiceTest
class ArchivePageTests {

    private static final Caller.Official SUPERVISOR = SignedIn.city(Role.SUPERVISOR);
    private static final Caller.Official AUDITOR = SignedIn.city(Role.AUDITOR);

    @Autowired
    MockMvc web;

    @Autowired
    PackedCases packed;

    @Autowired
    AuditTrail trail;

    private Edition edition;
    private CaseNumber number;
    private String page;

    @BeforeEach
    void aPackage() {
        edition = packed.packed(packed.withdrawn(), 1);
        number = edition.number();
        page = "/desk/cases/" + number + "/archive";
    }

    @Test
    void a_supervisor_gets_the_package_for_a_reason_that_the_log_keeps() throws Exception {
        assertThat(page(get("/desk/cases/" + number), SUPERVISOR, 200).select("a[href=" + page + "]"))
                .hasSize(1);
        assertThat(page(get(page), SUPERVISOR, 200).text()).contains("第 1 版", edition.indexHash());

        byte[] content = web.perform(post(page + "/1")
                        .param("reason", " 复议机关调卷 ")
                        .with(SignedIn.as(SUPERVISOR))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/zip"))
                .andExpect(header().string("Content-Disposition", Matchers.startsWith("attachment")))
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(content).isEqualTo(packed.zip(edition));
        assertThat(acts("archive.read")).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo("supervisor.city");
            assertThat(row.subject()).isEqualTo("archive:" + number + "/1");
            assertThat(row.detail()).containsEntry("reason", "复议机关调卷");
        });
    }

    @Test
    void without_a_reason_nothing_goes_out_and_what_was_typed_stays() throws Exception {
        Document told = page(post(page + "/1").param("reason", "查").with(csrf()), SUPERVISOR, 422);

        assertThat(told.select(".field-error").text()).contains("请写明下载理由");
        assertThat(told.select("input[name=reason]").attr("value")).isEqualTo("查");
        assertThat(told.title()).startsWith("错误：");
        assertThat(acts("archive.read")).isEmpty();
    }

    @Test
    void nobody_else_gets_near_a_package() throws Exception {
        for (Caller other :
                List.of(AUDITOR, SignedIn.clerk("310101"), SignedIn.head("310101"), SignedIn.city(Role.OPERATOR))) {
            page(get(page), other, 403);
            page(post(page + "/1").param("reason", "调卷").with(csrf()), other, 403);
        }
        page(get("/desk/cases/" + number + "x/archive"), SUPERVISOR, 404);
        page(post(page + "/2").param("reason", "调卷").with(csrf()), SUPERVISOR, 404);
        assertThat(page(get("/desk/cases/" + number), SignedIn.clerk("310101"), 200)
                        .select("a[href=" + page + "]"))
                .isEmpty();
        assertThat(acts("archive.read")).isEmpty();
    }

    @Test
    void a_supervisor_verifies_and_sees_what_there_is_before_there_is_any() throws Exception {
        Document verified = page(post(page + "/1/verification").with(csrf()), SUPERVISOR, 200);
        Document none = page(get("/desk/cases/" + packed.received() + "/archive"), SUPERVISOR, 200);

        assertThat(verified.select("#verdict .note-done").text()).contains("第 1 版完整");
        assertThat(acts("archive.verified")).hasSize(1);
        assertThat(none.select(".empty").text()).contains("办件还没有办结");
    }

    @Test
    void an_auditor_verifies_without_seeing_what_is_in_it() throws Exception {
        assertThat(page(get("/oversight/archives"), AUDITOR, 200)
                        .select(".rail a[aria-current]")
                        .text())
                .isEqualTo("归档校验");

        Document verified = audited(number.value(), 200);
        Document unknown = audited(packed.received().value(), 200);
        Document wrong = audited("HN26", 200);

        assertThat(verified.select(".note-done").text()).contains("完整", edition.indexHash());
        assertThat(unknown.select(".empty").text()).contains("没有这个办件的归档包");
        assertThat(wrong.select(".field-error").text()).contains("办件编号不正确");
        assertThat(acts("archive.verified")).extracting(AuditRow::actor).containsExactly("auditor.city");
        page(get("/oversight/archives"), SUPERVISOR, 403);
    }

    private Document audited(String typed, int expected) throws Exception {
        return page(post("/oversight/archives").param("number", typed).with(csrf()), AUDITOR, expected);
    }

    private List<AuditRow> acts(String action) {
        return trail.page(AuditFilter.ofCase(number), OptionalLong.empty()).rows().stream()
                .filter(row -> row.action().equals(action))
                .toList();
    }

    private Document page(MockHttpServletRequestBuilder request, Caller caller, int expected) throws Exception {
        return Jsoup.parse(web.perform(request.with(SignedIn.as(caller)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }
}
