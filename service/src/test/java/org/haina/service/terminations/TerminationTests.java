package org.haina.service.terminations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.MovableClock;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Grants.Grant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The four acts from the organ's own finding, each to its end. */
@ServiceTest
class TerminationTests {

    private static final LocalDateTime DAY_PASSED = LocalDateTime.of(2026, 12, 1, 9, 0);

    @Autowired
    Grants grants;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @ParameterizedTest
    @CsvSource({
        "withdrawal, FACTS_CHANGED, withdrawn, GRANT_WITHDRAWN, 许可已撤回, 99, 第八条第二款, 申请补偿",
        "annulment, DECEIT, annulled, ANNULLED, 已撤销, 03, 第六十九条第二款, 不受保护",
        "revocation, PENALTY, revoked, REVOKED, 已吊销, 07, 海示黄教罚〔2026〕3号, 行政处罚法"
    })
    void a_grant_ends_after_its_holder_was_told_and_let_the_day_pass(
            String act,
            String ground,
            String outcome,
            CaseStatus end,
            String word,
            String code,
            String law,
            String more)
            throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();

        grants.proposed(number, act, ground);

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(grants.verified(number)).isEqualTo("有效");
        assertThat(grants.letter(number, DocumentType.STATEMENT_NOTICE).number())
                .startsWith("海示黄教告〔2026〕");
        assertThat(grants.read(grant, grants.letter(number, DocumentType.STATEMENT_NOTICE)))
                .contains("学历证书系伪造", "2026年11月30日", "不是决定");
        assertThat(grants.ownPage(grant, "").text()).contains("学历证书系伪造", "2026年11月30日");
        assertThat(grants.refusal(number, TestDesk.REVIEWER, "heard", "没有等到期限届满"))
                .contains("2026年11月30日");

        time.set(DAY_PASSED);
        grants.work(number, TestDesk.REVIEWER, "heard", "期限内没有提出陈述和申辩。");
        if (act.equals("annulment")) {
            grants.work(number, Grants.LAWYER, "lawful", "事实清楚，程序合法。");
        }
        grants.work(number, TestDesk.DECIDER, outcome, "事实清楚，依法应当如此决定。");

        assertThat(cases.get(number).status()).isEqualTo(end);
        assertThat(grants.verified(number)).isEqualTo(word);
        CaseDocument letter =
                grants.letter(number, TerminationAct.valueOf(act.toUpperCase()).letter());
        assertThat(letter.number()).contains("〔2026〕");
        assertThat(grants.read(grant, letter))
                .contains(law, more, "学历证书系伪造", "依法应当如此决定", "期限内没有提出陈述和申辩", "六十日内", "六个月内", "行政诉讼");
        assertThat(kinds(number)).containsSubsequence("TERMINATION_PROPOSED", "HOLDER_HEARD", end(end));
        assertThat(grants.ownPage(grant, "").text()).contains("证书已经失效").doesNotContain("下载证书");
        toldToTheStore(number, code);
        assertThat(jdbc.sql("select count(*) from case_archive_due where case_number = :number")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .as("to be packed anew")
                .isEqualTo(1);
    }

    @Test
    void who_is_heard_and_convinces_keeps_the_grant_and_it_may_be_proposed_again() throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        grants.proposed(number, "annulment", "NOT_QUALIFIED");

        grants.sends(grant, grant.holder(), "/statement", "学历证书由学校补发，附学校证明。");
        assertThat(grants.desk(number, TestDesk.REVIEWER).text()).contains("学历证书由学校补发");
        grants.work(number, TestDesk.REVIEWER, "dropped", "经向学校核实，意见成立。");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(grants.verified(number)).isEqualTo("有效");
        assertThat(grants.hasTask(number, TestDesk.DECIDER)).isFalse();
        assertThat(documents.of(number)).extracting(CaseDocument::type).doesNotContain(DocumentType.ANNULMENT_DECISION);
        assertThat(grants.ownPage(grant, "").text()).contains("不再办理撤销", "意见成立", "下载证书");

        grants.proposed(number, "revocation", "PENALTY");
        grants.sends(grant, grant.holder(), "/statement", "处罚决定已经申请复议。");
        grants.work(number, TestDesk.REVIEWER, "heard", "当事人称已经申请复议。");
        grants.work(number, TestDesk.DECIDER, "kept", "处罚决定尚未生效。");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(grants.ownPage(grant, "").text()).contains("决定不予吊销");
    }

    @Test
    void what_the_legal_review_does_not_pass_never_reaches_the_decider() throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        grants.proposed(number, "annulment", "ABUSE");
        grants.sends(grant, grant.holder(), "/statement", "没有这回事。");
        grants.work(number, TestDesk.REVIEWER, "heard", "当事人否认。");

        assertThat(grants.hasTask(number, TestDesk.DECIDER)).isFalse();
        assertThat(grants.refusal(number, TestDesk.REVIEWER, "lawful", "自己审核自己"))
                .contains("不能进行法制审核");
        grants.work(number, Grants.LAWYER, "unlawful", "证据不足。");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(grants.hasTask(number, TestDesk.DECIDER)).isFalse();
        assertThat(grants.desk(number, TestDesk.REVIEWER).text()).contains("法制审核不通过，不予撤销", "证据不足");
    }

    @Test
    void a_cancellation_follows_from_a_fact_and_after_a_revocation_the_certificate_keeps_its_word() throws Exception {
        Grant dissolved = grants.granted();
        grants.proposed(dissolved.number(), "cancellation", "DEATH_OR_INCAPACITY");
        assertThat(documents.of(dissolved.number()))
                .extracting(CaseDocument::type)
                .doesNotContain(DocumentType.STATEMENT_NOTICE);
        grants.work(dissolved.number(), TestDesk.DECIDER, "cancelled", "已核对死亡证明。");

        assertThat(cases.get(dissolved.number()).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(grants.verified(dissolved.number())).isEqualTo("已注销");
        assertThat(grants.read(dissolved, grants.letter(dissolved.number(), DocumentType.CANCELLATION_DECISION)))
                .contains("第七十条第二项", "已核对死亡证明", "行政复议", "注销“教师资格认定", "的行政许可及", "不再具有效力")
                .doesNotContain("的决定，据此颁发");
        toldToTheStore(dissolved.number(), "04");

        Grant revoked = grants.granted();
        CaseNumber number = revoked.number();
        grants.proposed(number, "revocation", "PENALTY");
        grants.sends(revoked, revoked.holder(), "/statement", "没有异议。");
        grants.work(number, TestDesk.REVIEWER, "heard", "当事人没有异议。");
        grants.work(number, TestDesk.DECIDER, "revoked", "处罚决定已经生效。");
        grants.proposed(number, "cancellation", "TAKEN_BACK");
        grants.work(number, TestDesk.DECIDER, "cancelled", "证件已经吊销。");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(grants.verified(number)).isEqualTo("已吊销");
        assertThat(grants.desk(number, TestDesk.REVIEWER).select("a.row-link").eachText())
                .noneMatch(offer -> offer.startsWith("提出"));
    }

    private void toldToTheStore(CaseNumber number, String code) {
        String identifier = grants.identifier(number);
        TestDesk.await(
                "the store to know " + code + " of " + number,
                () -> SandboxAuthorities.effects(sandbox, "licence-store", "status").stream()
                        .map(effect -> effect.path("body"))
                        .anyMatch(body -> body.path("ZZZT").asText().equals(code)
                                && body.path("ZZBS").asText().equals(identifier)));
    }

    private List<String> kinds(CaseNumber number) {
        return cases.timeline(number).stream().map(TimelineEntry::kind).toList();
    }

    /** The move that led there, as the time line names it. */
    private static String end(CaseStatus status) {
        return switch (status) {
            case GRANT_WITHDRAWN -> "WITHDRAW_GRANT";
            case ANNULLED -> "ANNUL";
            default -> "REVOKE";
        };
    }
}
