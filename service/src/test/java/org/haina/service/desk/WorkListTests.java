package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.OptionalLong;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@ServiceTest
class WorkListTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    AuditTrail trail;

    @Test
    void a_row_says_number_item_masked_applicant_task_and_limit_in_words() throws Exception {
        CaseNumber number = filed.received();

        Document page = page(CLERK, "/desk?number=" + number);

        assertThat(page.select("table.work tbody tr")).hasSize(1);
        String row = page.select("table.work tbody tr").text();
        assertThat(row).contains(number.value(), "教师资格认定", "受理审查", "个工作日", "今天").contains("*");
        assertThat(page.select(".chip").text()).isNotBlank();
        assertThat(page.select("tbody form button").text()).startsWith("签收");
    }

    @Test
    void a_clerk_of_another_district_and_another_role_do_not_see_the_row() throws Exception {
        CaseNumber number = filed.received();

        for (Caller.Official other :
                new Caller.Official[] {SignedIn.clerk("310104"), SignedIn.reviewer("310101"), SignedIn.decider("310101")
                }) {
            Document page = page(other, "/desk?tab=all&number=" + number);
            assertThat(page.select("table.work tbody tr")).as(other.account()).isEmpty();
            assertThat(page.select(".empty").text()).contains("没有符合条件的任务");
            assertThat(page.select(".empty a[href*=/desk/cases/" + number + "]"))
                    .as("the way to a case one may read")
                    .hasSize(other.district().code().equals("310101") ? 1 : 0);
        }
    }

    @Test
    void claiming_returns_to_the_same_place_and_the_row_moves_to_mine() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.task(number, CLERK);

        web.perform(post("/desk/items/" + item.id() + "/claim")
                        .param("back", "/desk?tab=all&number=" + number)
                        .with(SignedIn.as(CLERK))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk?tab=all&number=" + number));

        assertThat(page(CLERK, "/desk?tab=unclaimed&number=" + number).select("tbody tr"))
                .isEmpty();
        assertThat(page(CLERK, "/desk?tab=mine&number=" + number)
                        .select("tbody tr")
                        .text())
                .contains("退回");
    }

    @Test
    void the_slower_of_two_is_told_who_was_faster() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, SignedIn.official("clerk.faster", "310101", Role.CLERK));

        var answer = web.perform(post("/desk/items/" + item.id() + "/claim")
                        .with(SignedIn.as(CLERK))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();

        assertThat(answer.getFlashMap().get("late")).isEqualTo("该任务已由 clerk.faster 签收。");
    }

    @Test
    void what_is_given_back_is_free_again_and_another_takes_it() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);
        assertThat(page(CLERK, "/desk?tab=mine&number=" + number)
                        .select("tbody form[action$=/release] button")
                        .text())
                .startsWith("退回");

        var answer = release(item, CLERK, "/desk?tab=mine&number=" + number);

        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/desk?tab=mine&number=" + number);
        assertThat(answer.getFlashMap().get("done")).isEqualTo("已退回 " + number + "，其他人可以签收。");
        assertThat(page(CLERK, "/desk?tab=mine&number=" + number).select("tbody tr"))
                .isEmpty();
        assertThat(page(CLERK, "/desk?tab=unclaimed&number=" + number)
                        .select("tbody td[data-label=经办人]")
                        .text())
                .isEqualTo("—");
        assertThat(trail.page(AuditFilter.ofCase(number), OptionalLong.empty()).rows())
                .filteredOn(row -> row.action().equals("task.release"))
                .extracting(AuditRow::actor)
                .containsExactly(CLERK.account());
        Caller.Official next = SignedIn.official("clerk.next", "310101", Role.CLERK);
        assertThat(filed.claimed(number, next).isClaimedBy("clerk.next")).isTrue();
    }

    @Test
    void only_who_has_it_gives_it_back() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, SignedIn.official("clerk.faster", "310101", Role.CLERK));

        assertThat(release(item, CLERK, "/desk").getFlashMap().get("late")).isEqualTo("该任务已由 clerk.faster 签收。");
        web.perform(post("/api/v1/work-items/" + item.id() + "/release").with(SignedIn.as(CLERK)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("该任务已由 clerk.faster 签收。"));

        assertThat(filed.task(number, CLERK)).isEqualTo(item);
    }

    @Test
    void a_program_gives_back_what_it_took_and_the_version_it_had_is_stale() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);

        web.perform(post("/api/v1/work-items/" + item.id() + "/release").with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"" + (item.version() + 1) + "\""))
                .andExpect(jsonPath("$.claimedBy").isEmpty());

        assertThat(filed.task(number, CLERK).claimedBy()).isEmpty();
        web.perform(post("/api/v1/work-items/" + item.id() + "/complete")
                        .header("If-Match", "\"" + item.version() + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\":\"accept\"}")
                        .with(SignedIn.as(CLERK)))
                .andExpect(status().isConflict());
    }

    @Test
    void a_return_address_elsewhere_is_ignored() throws Exception {
        WorkItem item = filed.task(filed.received(), CLERK);

        for (String back : new String[] {"https://example.org/", "//example.org", "/desk\r\nX: y"}) {
            web.perform(post("/desk/items/" + item.id() + "/claim")
                            .param("back", back)
                            .with(SignedIn.as(CLERK))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/desk"));
        }
    }

    @Test
    void an_empty_list_says_what_to_do() throws Exception {
        Caller.Official nobodysDistrict = SignedIn.clerk("310151");

        assertThat(page(nobodysDistrict, "/desk?tab=mine").select(".empty").text())
                .contains("待签收");
        assertThat(page(nobodysDistrict, "/desk")
                        .select(".tabs a[aria-current]")
                        .text())
                .isEqualTo("待签收 （0）".replace(" ", " "));
    }

    @Test
    void nonsense_in_the_address_is_left_out() throws Exception {
        page(CLERK, "/desk?tab=x&item=%27--&number=%25%27&after=nonsense");
    }

    @Test
    void who_handles_nothing_is_led_to_the_own_page_and_citizens_are_refused() throws Exception {
        web.perform(get("/desk").with(SignedIn.as(SignedIn.official("auditor.city", "310000", Role.AUDITOR))))
                .andExpect(redirectedUrl("/oversight/audit"));
        web.perform(get("/desk")
                        .with(SignedIn.as(
                                SignedIn.citizen(new org.haina.service.keys.PartyId(java.util.UUID.randomUUID())))))
                .andExpect(status().isForbidden());
        web.perform(get("/desk").accept("text/html")).andExpect(redirectedUrl("/login"));
    }

    private MvcResult release(WorkItem item, Caller.Official by, String back) throws Exception {
        return web.perform(post("/desk/items/" + item.id() + "/release")
                        .param("back", back)
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();
    }

    private Document page(Caller.Official official, String address) throws Exception {
        return Jsoup.parse(web.perform(get(java.net.URI.create(address)).with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
