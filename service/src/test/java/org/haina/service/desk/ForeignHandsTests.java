package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.PartyId;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Work of another district, organ or role: neither taken nor given back nor completed, by page or by program. */
@ServiceTest
class ForeignHandsTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");
    private static final Set<Integer> REFUSED = Set.of(403, 404);

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    WorkItems items;

    @Autowired
    AuditTrail trail;

    private CaseNumber number;
    private WorkItem free;

    @BeforeEach
    void aCaseThatTheClerkOfHuangpuAccepts() throws Exception {
        number = filed.received();
        free = filed.task(number, CLERK);
    }

    static Stream<Caller> strangers() {
        return Stream.of(
                SignedIn.clerk("310104"),
                SignedIn.reviewer("310101"),
                SignedIn.decider("310101"),
                SignedIn.head("310101"),
                SignedIn.city(Role.CLERK),
                SignedIn.city(Role.SUPERVISOR),
                new Caller.Official(
                        "clerk.elsewhere",
                        "clerk.elsewhere",
                        Set.of(Role.CLERK),
                        SignedIn.clerk("310104").org(),
                        new District("310101")),
                new Caller.Citizen(new PartyId(UUID.randomUUID()), 3),
                new Caller.Machine("partner-demo"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void a_stranger_takes_nothing(Caller stranger) throws Exception {
        assertThat(answered(stranger, post("/api/v1/work-items/" + free.id() + "/claim")))
                .isIn(REFUSED);
        assertThat(answered(stranger, post("/desk/items/" + free.id() + "/claim")))
                .isIn(REFUSED);

        assertUntouched(free);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void a_stranger_neither_completes_nor_gives_back_what_the_clerk_has(Caller stranger) throws Exception {
        WorkItem item = filed.claimed(number, CLERK);
        TestPerson person = TestPerson.unknown();
        CaseNumber inXuhui = filing.filed(person, "information-disclosure", person.disclosureRequest("310104"));

        assertThat(answered(
                        stranger,
                        post("/api/v1/work-items/" + item.id() + "/complete")
                                .header("If-Match", "\"" + item.version() + "\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"outcome\":\"accept\"}")))
                .isIn(REFUSED);
        for (CaseNumber page : List.of(number, inXuhui)) {
            assertThat(answered(
                            stranger,
                            post("/desk/cases/" + page + "/form")
                                    .param("step", "send")
                                    .param("task", item.id())
                                    .param("version", String.valueOf(item.version()))
                                    .param("outcome", "accept")))
                    .isIn(REFUSED);
        }
        assertThat(answered(stranger, post("/api/v1/work-items/" + item.id() + "/release")))
                .isIn(REFUSED);
        assertThat(answered(stranger, post("/desk/items/" + item.id() + "/release")))
                .isIn(REFUSED);

        assertUntouched(item);
    }

    /** The clerk's own next step is not stopped by what the others have tried. */
    @Test
    void whose_work_it_is_completes_it_afterwards() throws Exception {
        WorkItem item = filed.claimed(number, CLERK);
        answered(SignedIn.reviewer("310101"), post("/api/v1/work-items/" + item.id() + "/release"));

        assertThat(answered(
                        CLERK,
                        post("/api/v1/work-items/" + item.id() + "/complete")
                                .header("If-Match", "\"" + item.version() + "\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"outcome\":\"accept\"}")))
                .isEqualTo(204);
    }

    private int answered(Caller caller, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void assertUntouched(WorkItem before) {
        assertThat(items.get(before.id(), CLERK)).isEqualTo(before);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(cases.timeline(number)).extracting(TimelineEntry::kind).containsExactly("RECEIVE");
        assertThat(trail.page(AuditFilter.ofCase(number), OptionalLong.empty()).rows())
                .filteredOn(row -> row.action().startsWith("task."))
                .extracting(AuditRow::actor)
                .allMatch(CLERK.account()::equals);
    }
}
