package org.haina.service.issuance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.service.applications.Candidate;
import org.haina.service.applications.Refusal;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionRule;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.decisions.GrantObstacle;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 补发, 换发: another paper is made for a licence as it stands. While the organ is about to end it, or another application about it is
 * open, nobody knows what the paper would have to say. Asked at submission, one after the other for
 * one licence, and again before the grant; of two that are open nevertheless the one received first goes on.
 */
@Component
@Order(41)
class LicenceBusyRule implements SubmissionRule, GrantObstacle {

    private static final String ENDING = "发证机关对这份证书%s。办结以前不能补发、换发；办结以后证书仍然有效的，请再申请。";
    private static final String RUNNING = "这份证书的“%s”正在办理，办件编号 %s，请在“我的办件”中查看。办结以前不能申请“%s”。";

    private static final String STILL_ENDING = "发证机关对要补发、换发的证书%s，办结以前不能准予";
    private static final String STILL_RUNNING = "同一份证书的“%s”先受理，正在办理，办件编号%s，办结以前不能准予";

    /** Another application about the licence. */
    private record Other(String title, CaseNumber number) {}

    private final AmendedLicences licences;
    private final EditionRows rows;
    private final EndUnderWay ends;
    private final Cases cases;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final Clock clock;

    LicenceBusyRule(
            AmendedLicences licences,
            EditionRows rows,
            EndUnderWay ends,
            Cases cases,
            Catalog catalog,
            JdbcClient jdbc,
            Clock clock) {
        this.licences = licences;
        this.rows = rows;
        this.ends = ends;
        this.cases = cases;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        Submission asked = candidate.submission();
        return reissuing(candidate.item()).flatMap(form -> ending(form, asked.data(), asked.applicant())
                .map(state -> new Refusal(Refusal.Reason.LICENCE_ENDING, ENDING.formatted(state)))
                .or(() -> first(form, candidate)));
    }

    @Override
    public Optional<String> against(CaseNumber number) {
        CaseFile file = cases.get(number);
        return reissuing(catalog.version(file.itemVersion()))
                .flatMap(form -> ending(form, file.data(), file.applicant())
                        .map(STILL_ENDING::formatted)
                        .or(() -> running(form, file.data(), file.applicant(), number.value())
                                .map(other -> STILL_RUNNING.formatted(other.title(), other.number()))));
    }

    /** Empty for an item that changes licences: what stands against that is asked by another rule. */
    private Optional<CertificateForm> reissuing(ItemVersion item) {
        return licences.carrying(item).filter(form -> !form.definition().amends());
    }

    private Optional<String> ending(CertificateForm form, ObjectNode data, PartyId holder) {
        return rows.chain(form.type().title(), AmendedLicences.number(form, data), holder).stream()
                .filter(one -> one.statusOn(LocalDate.now(clock)) == CertificateStatus.VALID)
                .flatMap(one -> ends.of(one.caseNumber()).stream())
                .findFirst();
    }

    private Optional<Refusal> first(CertificateForm form, Candidate candidate) {
        Submission asked = candidate.submission();
        licences.lock(form, asked.data());
        return running(form, asked.data(), asked.applicant(), "").map(other -> refusal(other, candidate));
    }

    /** @param itself number of the case that asks, which only those received before it stand against; empty before it is received */
    private Optional<Other> running(CertificateForm form, ObjectNode data, PartyId holder, String itself) {
        String number = AmendedLicences.number(form, data);
        return catalog.items().stream()
                .flatMap(item -> open(form, item, number, holder, itself)
                        .map(open -> new Other(item.definition().title().zh(), open)))
                .findFirst();
    }

    private Stream<CaseNumber> open(
            CertificateForm wanted, ItemVersion item, String number, PartyId holder, String itself) {
        return licences
                .carrying(item)
                .filter(form -> form.type().title().equals(wanted.type().title()))
                .stream()
                .flatMap(form -> form.definition().number().carriedField().stream())
                .flatMap(field -> jdbc
                        .sql(
                                """
                                select number from case_file where applicant_id = :holder and item_key = :item
                                  and closed_at is null and data ->> :field = :number
                                  and (:itself = '' or (received_at, number) < (select own.received_at, own.number
                                    from case_file own where own.number = :itself))
                                order by received_at limit 1
                                """)
                        .param("holder", holder.value())
                        .param("item", item.key().value())
                        .param("field", field)
                        .param("number", number)
                        .param("itself", itself)
                        .query(String.class)
                        .list()
                        .stream())
                .map(CaseNumber::new);
    }

    private static Refusal refusal(Other other, Candidate candidate) {
        return new Refusal(
                Refusal.Reason.LICENCE_BUSY,
                RUNNING.formatted(
                        other.title(),
                        other.number(),
                        candidate.item().definition().title().zh()));
    }
}
