package org.haina.service;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.springframework.test.web.servlet.MockMvc;

/** The page of an act as an official has it open. */
public final class ShownAct {

    private ShownAct() {}

    /** The click that the page says it is about, as its form sends it; empty if it is about none now. */
    public static String about(MockMvc web, CaseNumber number, String act, Official by) throws Exception {
        return Jsoup.parse(web.perform(
                                get("/desk/cases/" + number + "/acts/" + act).with(SignedIn.as(by)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select("input[name=about]")
                .val();
    }
}
