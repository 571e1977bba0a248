package org.haina.service.issuance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Suite;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The certificates: found by case, by code or by file, and ended by officials. */
@Service
class Certificates {

    private final CertificateRows rows;
    private final EditionRows editions;
    private final CertificateCalls calls;
    private final Cases cases;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Certificates(
            CertificateRows rows,
            EditionRows editions,
            CertificateCalls calls,
            Cases cases,
            Vault vault,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.editions = editions;
        this.calls = calls;
        this.cases = cases;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** The certificate of a case, also while it is being made. */
    public Optional<Certificate> of(CaseNumber number) {
        return rows.of(number);
    }

    /** A certificate that has been issued, by what stands on it; as typed. */
    public Optional<Certificate> find(String code) {
        return VerificationCode.read(code).flatMap(rows::byCode).filter(Certificates::isIssued);
    }

    /** The certificate whose signed file has exactly this content. */
    Optional<Certificate> findByFile(byte[] pdf) {
        List<String> hashes = Arrays.stream(Suite.values())
                .map(suite -> vault.hash(suite, pdf))
                .toList();
        return rows.byHash(hashes).filter(Certificates::isIssued);
    }

    /** How a certificate stands today. */
    public CertificateStatus status(Certificate certificate) {
        return certificate.statusOn(LocalDate.now(clock));
    }

    /**
     * Ends a valid certificate, here at once and in the licence store through the ledger.
     *
     * @param end 撤销 or 注销
     * @param reason 2 to 500 characters, without personal data
     * @throws Problem if it is not valid any more
     */
    @Transactional
    public void end(Certificate certificate, CertificateStatus end, String reason, Official by) {
        if (!end.isEnd() || reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("An end has a kind and a reason");
        }
        if (!ended(certificate, end, reason, Actor.of(by))) {
            throw Problem.conflict("这份证书现在不是“有效”状态，不能再次撤销或者注销。请刷新页面查看最新情况。");
        }
    }

    /** The one just sealed takes the place of what the person held under its number, here and in the licence store. */
    void replaceBefore(CaseNumber number) {
        editions.before(number).stream()
                .filter(old -> ended(old, CertificateStatus.REPLACED, "由办件 " + number + " 补发、换发、变更的证书替代", Actor.SYSTEM))
                .forEach(old -> editions.replacedBy(old.id(), number));
    }

    /**
     * What the certificate of a case had taken the place of holds again, here and in the licence store; one whose last day has
     * passed meanwhile is nobody's predecessor any more, and holds no more than before.
     *
     * @param word 变更 or 延续
     */
    void giveBack(CaseNumber number, String word, String reason, Official by) {
        editions.replacedBy(number).stream()
                .filter(old -> editions.revive(old.id()))
                .flatMap(old -> rows.of(old.caseNumber()).stream())
                .forEach(old -> givenBack(old, word, reason, by));
    }

    private void givenBack(Certificate old, String word, String reason, Official by) {
        CertificateStatus now = status(old);
        if (now == CertificateStatus.VALID) {
            cases.note(old.caseNumber(), "CERTIFICATE_REVIVED", word + "已撤销，证书恢复有效", Actor.of(by));
            calls.changeStatus(old, CertificateStatus.VALID, reason);
        } else {
            cases.note(old.caseNumber(), "CERTIFICATE_LAPSED", word + "已撤销，证书的有效期已经届满", Actor.of(by));
        }
        audit.record(new AuditEntry(
                by.account(),
                "certificate.revive",
                "certificate:" + old.id(),
                old.caseNumber(),
                Map.of("status", now.name())));
    }

    /** A change that another one has built upon: annulled, and what it had replaced is from now on replaced by the later one. */
    void leaveRow(Certificate change, String word, String reason, Official by) {
        CaseNumber later = editions.leaveRow(change, reason, clock.instant());
        cases.note(change.caseNumber(), "CERTIFICATE_ENDED", "证书已撤销", Actor.of(by));
        cases.note(later, "CHANGE_BEFORE_ANNULLED", "这份许可证此前的一次" + word + "已被撤销", Actor.of(by));
        calls.changeStatus(change, CertificateStatus.ANNULLED, reason);
        audit.record(new AuditEntry(
                by.account(),
                "certificate.end",
                "certificate:" + change.id(),
                change.caseNumber(),
                Map.of("status", CertificateStatus.ANNULLED.name())));
    }

    /** True if what the certificate of a case had replaced was given back and stands like this today. */
    boolean hasGivenBack(CaseNumber number, CertificateStatus now) {
        return editions.replacedBy(number).stream().anyMatch(old -> status(old) == now);
    }

    /** True if a later edition of the number is valid today. */
    boolean isCarriedOn(CaseNumber number) {
        return of(number).stream()
                .flatMap(own -> editions.later(own).stream())
                .anyMatch(later -> status(later) == CertificateStatus.VALID);
    }

    private boolean ended(Certificate certificate, CertificateStatus end, String reason, Actor by) {
        if (!rows.end(certificate.id(), end, reason, clock.instant())) {
            return false;
        }
        cases.note(certificate.caseNumber(), "CERTIFICATE_ENDED", "证书" + end.label(), by);
        calls.changeStatus(certificate, end, reason);
        audit.record(new AuditEntry(
                by.id(),
                "certificate.end",
                "certificate:" + certificate.id(),
                certificate.caseNumber(),
                Map.of("status", end.name())));
        return true;
    }

    private static boolean isIssued(Certificate certificate) {
        return certificate.status() != CertificateStatus.PREPARING;
    }
}
