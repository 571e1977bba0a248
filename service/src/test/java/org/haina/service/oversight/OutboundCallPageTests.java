package org.haina.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.UUID;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.desk.FiledCases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.CallCare;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.outbound.OutboundLedger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class OutboundCallPageTests {

    private static final Caller.Official OPERATOR = SignedIn.official("operator.city", "310000", Role.OPERATOR);
    private static final Caller.Official SECOND = SignedIn.official("operator.second.city", "310000", Role.OPERATOR);

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    Outbound outbound;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    CallCare care;

    @Autowired
    TransactionTemplate transaction;

    private UUID id;

    @BeforeEach
    void aCallThatWaits() throws Exception {
        CaseNumber number = filed.received();
        id = transaction.execute(status -> outbound.send(new OutboundCall(
                number,
                OutboundCall.Kind.REGISTER,
                "public-security",
                "no-such-query",
                "test:" + number,
                JsonNodeFactory.instance.objectNode(),
                "测试",
                Duration.ofHours(1))));
    }

    @Test
    void the_page_says_where_the_call_stands_and_keeps_what_operators_write() throws Exception {
        assertThat(page().select("main, body").text()).contains("还没有记录");

        press("note", " ", OPERATOR).andExpect(flash().attribute("late", "没有保存：请写 2 至 500 个字，不要写个人信息。"));
        press("note", "对方<b>值班</b>说明天恢复", OPERATOR).andExpect(flash().attribute("done", "已记录。"));
        press("take", "", OPERATOR).andExpect(flash().attribute("done", "已由您跟进。"));
        press("take", "", OPERATOR).andExpect(flash().attributeExists("late"));
        press("take", "", SECOND);

        Document page = page();
        assertThat(page.select("ol.rows strong").eachText())
                .containsExactly("对方<b>值班</b>说明天恢复", "由本人跟进", "由本人跟进（此前由" + OPERATOR.displayName() + "跟进）");
        assertThat(page.select("dt:contains(负责) + dd").text()).isEqualTo(SECOND.displayName());
        assertThat(care.notes(id)).hasSize(3);
    }

    @Test
    void only_operators_see_it_and_an_unknown_one_is_not_there() throws Exception {
        for (Role other : new Role[] {Role.SUPERVISOR, Role.AUDITOR, Role.CLERK}) {
            Caller.Official official = SignedIn.official("other.city", "310000", other);
            web.perform(get("/oversight/outbound/" + id).with(SignedIn.as(official)))
                    .andExpect(status().isForbidden());
            press("take", "", official).andExpect(status().isForbidden());
        }
        web.perform(get("/oversight/outbound/" + UUID.randomUUID()).with(SignedIn.as(OPERATOR)))
                .andExpect(status().isNotFound());
        assertThat(ledger.find(id).orElseThrow().keeper()).isNull();
    }

    private Document page() throws Exception {
        return Jsoup.parse(web.perform(get("/oversight/outbound/" + id).with(SignedIn.as(OPERATOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions press(String what, String words, Caller.Official official) throws Exception {
        ResultActions pressed = web.perform(post("/oversight/outbound/" + id + "/" + what)
                .param("words", words)
                .with(SignedIn.as(official))
                .with(csrf()));
        if (official.has(Role.OPERATOR)) {
            pressed.andExpect(redirectedUrl("/oversight/outbound/" + id));
        }
        return pressed;
    }
}
