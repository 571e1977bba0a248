package org.haina.service.terminations;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.calendar.Limit;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.documents.OnlineConsent;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.haina.service.parties.MandateStanding;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever has agreed to be served online reads the notice there, an organisation through the agent of the case. Where his letter has ended,
 * or where nobody has agreed, the notice is served on paper, and the days for an answer count from then on.
 */
@Service
public class PaperService {

    private final TerminationRows rows;
    private final TerminationSettings settings;
    private final Cases cases;
    private final Parties parties;
    private final Mandates mandates;
    private final OnlineConsent consent;
    private final WorkingDays days;
    private final ChineseWords zh;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaperService(
            TerminationRows rows,
            TerminationSettings settings,
            Cases cases,
            Parties parties,
            Mandates mandates,
            OnlineConsent consent,
            WorkingDays days,
            ChineseWords zh,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.cases = cases;
        this.parties = parties;
        this.mandates = mandates;
        this.consent = consent;
        this.days = days;
        this.zh = zh;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** True while the holder is still to be heard, cannot read the notice online and has not been served on paper. */
    public boolean isDue(CaseFile file) {
        return awaited(file.number()).filter(open -> isDue(file, open)).isPresent();
    }

    boolean isDue(CaseFile file, Termination open) {
        return open.act().hears() && open.statement().isEmpty() && !isReachedOnline(file) && !isServed(open.id());
    }

    private boolean isReachedOnline(CaseFile file) {
        return consent.given(file) && (!parties.isOrganisation(file.applicant()) || isRepresented(file));
    }

    /** True if the agent who acts in the case may still do so. */
    private boolean isRepresented(CaseFile file) {
        return file.agent()
                .filter(agent ->
                        mandates.standing(agent, file.applicant(), file.item()).state() == MandateStanding.State.HOLDS)
                .isPresent();
    }

    /** True if exactly this was put down before. */
    public boolean isRecorded(CaseNumber number, ServiceWay how, LocalDate on) {
        return awaited(number)
                .flatMap(open -> jdbc.sql(
                                "select count(*) = 1 from termination_service where termination_id = :id and how ="
                                        + " :how and coalesce(posted_on, served_on) = :on")
                        .param("id", open.id())
                        .param("how", how.name())
                        .param("on", on)
                        .query(Boolean.class)
                        .optional())
                .orElse(false);
    }

    /** When what was handed over, left, posted or published on that day counts as served (民事诉讼法 95). */
    public LocalDate servedOn(ServiceWay how, LocalDate on) {
        return how == ServiceWay.NOTICE ? days.plus(on, Limit.naturalDays(settings.publicNoticeDays())) : on;
    }

    /**
     * Puts down that the notice was served; the caller holds the case and has asked {@link #isDue}.
     *
     * @param on for a public notice the day on which it was published: it serves when its time is over, which may lie ahead
     * @param proof number of the receipt, of the parcel or of the notice
     * @throws Problem if the day lies before the proposal or ahead
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CaseFile file, ServiceWay how, LocalDate on, String proof, Official by) {
        Termination open = awaited(file.number()).orElseThrow();
        LocalDate proposed = LocalDate.ofInstant(open.proposedAt(), zone());
        if (on.isBefore(proposed) || on.isAfter(LocalDate.now(clock))) {
            throw Problem.invalid("送达之日应当在%s以后、今天以前（含当天）".formatted(zh.day(proposed)), Map.of());
        }
        boolean published = how == ServiceWay.NOTICE;
        LocalDate served = servedOn(how, on);
        LocalDate until = days.plus(served, settings.statementDays());
        jdbc.sql(
                        """
                        insert into termination_service (termination_id, how, posted_on, served_on, proof, recorded_by, recorded_at)
                        values (:id, :how, :posted, :served, :proof, :by, :at)
                        """)
                .param("id", open.id())
                .param("how", how.name())
                .param("posted", published ? on : null, Types.DATE)
                .param("served", served)
                .param("proof", proof)
                .param("by", by.account())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        rows.stateUntil(open.id(), until);
        cases.note(
                file.number(),
                "NOTICE_SERVED",
                (published
                                ? "告知书已于%s公告，公告期到%s届满即为送达".formatted(zh.day(on), zh.day(served))
                                : "告知书已于%s%s".formatted(zh.day(on), how.label()))
                        + "，陈述申辩到%s（含当天）为止".formatted(zh.day(until)),
                Actor.of(by));
        audit.record(new AuditEntry(
                by.account(),
                "termination.serve",
                "case",
                file.number(),
                Map.of("how", how.name(), "on", on.toString())));
    }

    private Optional<Termination> awaited(CaseNumber number) {
        return rows.of(number).stream()
                .filter(open -> open.isOpen() && open.hearing().isEmpty())
                .findFirst();
    }

    private boolean isServed(UUID termination) {
        return jdbc.sql("select exists (select 1 from termination_service where termination_id = :id)")
                .param("id", termination)
                .query(Boolean.class)
                .single();
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
