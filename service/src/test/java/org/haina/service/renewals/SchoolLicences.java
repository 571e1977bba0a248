package org.haina.service.renewals;

import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.haina.service.Filing;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.SignedIn;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Licences of schools in Huangpu that end on a chosen day, and what their holders press. */
@Lazy
@Component
public class SchoolLicences {

    /** @param granted the case that granted it */
    public record Held(TestPerson holder, CaseNumber granted, String licence) {}

    private final MockMvc web;
    private final Filing filing;
    private final LicenceChanges changes;
    private final WorkItems items;
    private final JdbcClient jdbc;

    SchoolLicences(MockMvc web, Filing filing, LicenceChanges changes, WorkItems items, JdbcClient jdbc) {
        this.web = web;
        this.filing = filing;
        this.changes = changes;
        this.items = items;
        this.jdbc = jdbc;
    }

    /** Granted as usual; only its last day is another. */
    public Held ending(LocalDate lastDay) throws Exception {
        return ending(lastDay, changes.organiser());
    }

    /** The same, of a holder who exists. */
    public Held ending(LocalDate lastDay, TestPerson holder) throws Exception {
        CaseNumber granted = changes.licensed(holder);
        jdbc.sql("update certificate set valid_until = ? where case_number = ?")
                .params(lastDay, granted.value())
                .update();
        return new Held(holder, granted, changes.licence(granted));
    }

    /** As if it had been granted in the year before. */
    public Held ofLastYear(LocalDate lastDay) throws Exception {
        Held held = ending(lastDay);
        jdbc.sql(
                        "update certificate set issued_at = issued_at - interval '1 year',"
                                + " granted_at = granted_at - interval '1 year', next_check = next_check - 1 where case_number = ?")
                .param(held.granted().value())
                .update();
        return held;
    }

    /** 依申请注销: something is under way that would end it. */
    public void cancellationAsked(Held held) throws Exception {
        web.perform(post("/cases/" + held.granted() + "/cancellation")
                        .param("text", "打算停办")
                        .with(csrf())
                        .with(SignedIn.as(filing.citizen(held.holder()))))
                .andExpect(status().is3xxRedirection());
    }

    /** Waits until a case has come to the official. */
    public void atTask(CaseNumber number, Official official) {
        TestDesk.await(official.account() + "'s task of " + number, () -> items.openFor(number, official)
                .isPresent());
    }

    ResultActions press(Held held, TestPerson who) throws Exception {
        return press(held, who, Map.of());
    }

    /** @param words what the card asks of who has not applied before */
    ResultActions press(Held held, TestPerson who, Map<String, String> words) throws Exception {
        return press(edition(held), who, words);
    }

    /** The button of a page that shows the edition which the renewal has replaced. */
    ResultActions pressAgain(Held held, TestPerson who) throws Exception {
        UUID first = jdbc.sql("select id from certificate where number = ? order by edition limit 1")
                .param(held.licence())
                .query(UUID.class)
                .single();
        return press(first, who, Map.of());
    }

    private ResultActions press(UUID edition, TestPerson who, Map<String, String> words) throws Exception {
        MockHttpServletRequestBuilder form = post("/my/licences/" + edition + "/renewal");
        words.forEach(form::param);
        return web.perform(form.with(csrf()).with(SignedIn.as(filing.citizen(who))));
    }

    /** Presses the button; the case it leads to. */
    public CaseNumber confirm(Held held) throws Exception {
        String to = press(held, held.holder())
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return new CaseNumber(Objects.requireNonNull(to).replace("/cases/", ""));
    }

    /** Several at the same time; where each leads. */
    List<String> pressTogether(Held held, int times) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> led(held))).limit(times).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private String led(Held held) {
        try {
            return String.valueOf(
                    press(held, held.holder()).andReturn().getResponse().getRedirectedUrl());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** 我的办件 in words and links. */
    String page(Held held) throws Exception {
        Document page = page(held.holder());
        return page.text() + String.join(" ", page.select("a").eachAttr("href"));
    }

    Document page(TestPerson who) throws Exception {
        return Jsoup.parse(web.perform(get("/my/cases").with(SignedIn.as(filing.citizen(who))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    int renewals(Held held) {
        return jdbc.sql(
                        "select count(*) from case_file where item_key = 'training-licence-renewal' and data ->> 'licenceNumber' = ?")
                .param(held.licence())
                .query(Integer.class)
                .single();
    }

    /** What {@code /verify} takes, off a certificate. */
    String code(String certificate) {
        return org.haina.service.journey.PdfText.code(certificate);
    }

    private UUID edition(Held held) {
        return jdbc.sql("select id from certificate where number = ? and status = 'VALID'")
                .param(held.licence())
                .query(UUID.class)
                .single();
    }
}
