package org.haina.service.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the audit log holds of a case that went its whole way. */
@ServiceTest
class AuditedWalkTests {

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    CaseMaterials materials;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
    }

    private record Change(String move, String by) {}

    @ParameterizedTest
    @ValueSource(strings = {"granted", "refused"})
    void every_change_of_state_stands_in_the_log_and_on_the_time_line_in_the_same_order(String outcome)
            throws Exception {
        CaseNumber number = walked(outcome);

        List<Change> timeline = jdbc
                .sql("select kind, actor from case_event where case_number = ? order by id")
                .param(number.value())
                .query((row, i) -> new Change(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(event -> isMove(event.move()))
                .toList();
        List<Map<String, Object>> log = jdbc.sql("select detail ->> 'move' as move, detail ->> 'from' as before, actor"
                        + " from audit_entry where case_number = ? and action = 'case.move' order by id")
                .param(number.value())
                .query()
                .listOfRows();

        assertThat(timeline).hasSizeGreaterThanOrEqualTo(7);
        assertThat(log)
                .extracting(row -> new Change((String) row.get("move"), (String) row.get("actor")))
                .isEqualTo(timeline);
        assertThat(log).extracting(row -> row.get("before")).isEqualTo(statesBefore(timeline));
        assertThat(jdbc.sql("select count(*) from audit_entry where case_number = ? and action = 'case.receive'")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Replayed on the graph from the first state; what each move leads to is what the next one leaves. */
    private List<Object> statesBefore(List<Change> changes) {
        List<Object> before = new ArrayList<>();
        CaseStatus status = CaseStatus.RECEIVED;
        for (Change change : changes) {
            before.add(status.name());
            status = CaseMove.valueOf(change.move()).to(status);
        }
        return before;
    }

    private static boolean isMove(String kind) {
        return List.of(CaseMove.values()).stream().anyMatch(move -> move.name().equals(kind));
    }

    @Test
    void whatever_an_official_reads_of_a_case_is_recorded_each_time() throws Exception {
        CaseNumber number = walked("granted");
        String file = materials.of(number).get(0).reference();
        Map<String, String> reads = new LinkedHashMap<>();
        reads.put("/api/v1/cases/#", "case.read");
        reads.put("/api/v1/cases/#/documents", "case.read");
        reads.put("/api/v1/cases/#/documents/receipt-voucher", "document.read");
        reads.put("/cases/#/documents/receipt-voucher", "document.read");
        reads.put("/api/v1/cases/#/certificate", "certificate.read");
        reads.put("/cases/#/certificate", "certificate.read");
        reads.put("/desk/cases/#", "case.read");
        reads.put("/desk/cases/#/files/" + file + "/pages/1", "material.read");
        reads.put("/desk/cases/#/files/" + file + "/original", "material.downloaded");

        for (var read : reads.entrySet()) {
            for (int time = 1; time <= 2; time++) {
                int before = entries(number, read.getValue(), TestDesk.DECIDER.account());
                int status = web.perform(
                                get(read.getKey().replace("#", number.value())).with(SignedIn.as(TestDesk.DECIDER)))
                        .andReturn()
                        .getResponse()
                        .getStatus();

                assertThat(status).as(read.getKey()).isEqualTo(200);
                assertThat(entries(number, read.getValue(), TestDesk.DECIDER.account()))
                        .as(read.getKey())
                        .isEqualTo(before + 1);
            }
        }
    }

    @Test
    void whatever_an_official_of_another_district_tries_to_read_is_recorded_as_denied() throws Exception {
        CaseNumber number = filing.filed(TestPerson.unknown());
        var stranger = SignedIn.clerk("310104");
        int denied = 0;
        for (String path : List.of("/api/v1/cases/#", "/api/v1/cases/#/certificate", "/desk/cases/#")) {
            web.perform(get(path.replace("#", number.value())).with(SignedIn.as(stranger)));
            denied++;

            assertThat(entries(number, "case.denied", stranger.account()))
                    .as(path)
                    .isEqualTo(denied);
        }
        assertThat(entries(number, "case.read", stranger.account())).isZero();
    }

    /** Corrected once, accepted, its registers asked, reviewed, decided and served. */
    private CaseNumber walked(String outcome) throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = filing.filed(person);
        desk.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/address\",\"text\":\"请写到门牌号\"}]}");
        web.perform(multipart("/cases/" + number + "/correction")
                .param("address", "上海市黄浦区示例路9号")
                .param("do", "send")
                .with(csrf())
                .with(SignedIn.as(filing.citizen(person))));
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全，条件符合\"}");
        desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"" + outcome + "\",\"opinion\":\"申请人提交的学历证书不是本人的\"}");
        desk.await(number, outcome.equals("granted") ? CaseStatus.GRANTED : CaseStatus.REFUSED);
        return number;
    }

    private int entries(CaseNumber number, String action, String actor) {
        return jdbc.sql("select count(*) from audit_entry where case_number = ? and action = ? and actor = ?")
                .params(number.value(), action, actor)
                .query(Integer.class)
                .single();
    }
}
