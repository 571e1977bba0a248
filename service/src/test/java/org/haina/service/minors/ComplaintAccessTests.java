package org.haina.service.minors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A minor who complains: whom the complaint is about does not learn of it by what supervisors ask to read. */
@ServiceTest
class ComplaintAccessTests {

    @Autowired
    MockMvc web;

    @Autowired
    Children children;

    @Autowired
    AccessRows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock time;

    private CaseNumber number;
    private Official asker;
    private Official colleague;

    @BeforeEach
    void a_child_s_complaint_that_the_supervisors_of_one_organ_see() {
        number = children.filed();
        jdbc.sql("update case_file set supervised = true where number = :number")
                .param("number", number.value())
                .update();
        asker = SignedIn.official("asker." + number, "310101", Role.SUPERVISOR);
        colleague = SignedIn.official("colleague." + number, "310101", Role.SUPERVISOR);
    }

    @Test
    void whom_the_complaint_is_hidden_from_neither_finds_nor_decides_what_is_asked_of_it() throws Exception {
        UUID asked = asked(number, asker, "item");
        Official barred = SignedIn.official("barred." + number, "310101", Role.SUPERVISOR, Role.HEAD);
        jdbc.sql("update case_file set barred = array[cast(:account as text)] where number = :number")
                .param("account", barred.account())
                .param("number", number.value())
                .update();
        List<Official> hidden = List.of(TestDesk.DECIDER, SignedIn.head("310101"), barred);

        for (Official manager : hidden) {
            assertThat(waiting(manager)).doesNotContain(asked).hasSize(rows.countWaiting(manager));
            decide(manager, asked).andExpect(status().isNotFound());
        }
        decide(asker, asked).andExpect(status().isForbidden());
        assertThat(waiting(colleague)).contains(asked).hasSize(rows.countWaiting(colleague));
        decide(colleague, asked).andExpect(status().is3xxRedirection());

        web.perform(get("/desk/cases/" + number).with(SignedIn.as(asker))).andExpect(status().isOk());
        for (Official manager : hidden) {
            assertThat(standing(manager)).doesNotContain(asked);
            revoke(manager, asked).andExpect(status().isNotFound());
        }
        assertThat(standing(colleague)).contains(asked);
        revoke(colleague, asked).andExpect(status().is3xxRedirection());
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(asker)))
                .andExpect(redirectedUrl("/desk/cases/" + number + "/minor-access"));
    }

    @Test
    void one_approval_opens_one_complaint() throws Exception {
        Official reader = asker;
        CaseNumber first = number;
        decide(colleague, asked(first, reader, "item"));

        a_child_s_complaint_that_the_supervisors_of_one_organ_see();

        web.perform(get("/desk/cases/" + first).with(SignedIn.as(reader))).andExpect(status().isOk());
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(reader)))
                .andExpect(redirectedUrl("/desk/cases/" + number + "/minor-access"));
    }

    @Test
    void who_only_supervises_approves_nothing_that_the_organ_handles() throws Exception {
        CaseNumber handled = children.filed();
        Official clerk = SignedIn.official("clerk." + handled, "310101", Role.CLERK);
        List<UUID> asked = List.of(asked(handled, clerk, "case"), asked(handled, clerk, "item"));

        assertThat(waiting(colleague)).doesNotContainAnyElementsOf(asked);
        for (UUID one : asked) {
            decide(colleague, one).andExpect(status().isNotFound());
        }
        assertThat(waiting(TestDesk.DECIDER)).containsAll(asked);
    }

    /** Id of what was asked last. */
    private UUID asked(CaseNumber about, Official by, String scope) throws Exception {
        web.perform(post("/desk/cases/" + about + "/minor-access")
                        .param("scope", scope)
                        .param("purpose", "核对经过")
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/cases/" + about + "/minor-access"));
        return rows.asked(by, Children.ITEM, about).stream()
                .filter(asked -> asked.number().isEmpty() == (scope.equals("item") && by.has(Role.CLERK)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<UUID> waiting(Official manager) {
        return rows.waiting(manager, Optional.empty(), 10_000).stream()
                .map(MinorAccess::id)
                .toList();
    }

    private List<UUID> standing(Official manager) {
        return rows.standing(manager, Optional.empty(), LocalDate.now(time), 10_000).stream()
                .map(MinorAccess::id)
                .toList();
    }

    private ResultActions decide(Official manager, UUID asked) throws Exception {
        return web.perform(post("/desk/minor-access")
                .param("outcome", "APPROVED")
                .param("ask", asked.toString())
                .with(SignedIn.as(manager))
                .with(csrf()));
    }

    private ResultActions revoke(Official manager, UUID asked) throws Exception {
        return web.perform(post("/desk/minor-access/" + asked + "/revocation")
                .with(SignedIn.as(manager))
                .with(csrf()));
    }
}
