package org.haina.service.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haina.forms.Form;
import org.haina.processes.ItemDefinition;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.catalog.Catalog;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.PromisedDay;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.haina.service.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases: received once, moved only along the graph. Every call joins the caller's transaction or opens one. */
@Service
public class Cases {

    private final CaseRows rows;
    private final CaseEventRows history;
    private final Catalog catalog;
    private final CaseClocks clocks;
    private final Workflow workflow;
    private final Vault vault;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            CaseRows rows,
            CaseEventRows history,
            Catalog catalog,
            CaseClocks clocks,
            Workflow workflow,
            Vault vault,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.catalog = catalog;
        this.clocks = clocks;
        this.workflow = workflow;
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Receives an application by system time (an online submission is received at once): row, clocks and process, all or
     * nothing.
     *
     * @return the day the result is promised for
     */
    @Transactional
    public Optional<PromisedDay> receive(NewCase filed) {
        return receive(filed, clock.instant());
    }

    /**
     * As {@link #receive(NewCase)} for an application that was handed in before, to another organ.
     *
     * @param handedIn when it was, which decides its round; every other limit is counted from now
     */
    @Transactional
    public Optional<PromisedDay> receive(NewCase filed, Instant handedIn) {
        Instant at = clock.instant();
        rows.insert(filed, seal(filed.number(), filed.secrets()), at);
        Optional<PromisedDay> promised = clocks.receive(
                filed.number(),
                filed.item().definition().clockPolicy(),
                CaseTerms.of(filed.item().definition(), handedIn),
                at,
                filed.by().id(),
                null);
        events.publishEvent(new CaseReceived(filed, at));
        rows.attachProcess(filed.number(), workflow.start(catalog.process(filed.item()), filed.number()));
        audit.record(entry(filed.by(), "case.receive", filed.number(), Map.of()));
        return promised;
    }

    /**
     * Moves a case along the graph.
     *
     * @param note reason as it may be read on the time line; may be empty
     * @throws Problem if the graph has no such move from where the case is
     */
    @Transactional
    public CaseFile move(CaseNumber number, CaseMove move, Actor by, String note) {
        if (move.needsDocument()) {
            throw new IllegalArgumentException(move + " needs its written notice");
        }
        return move(number, move, by, note, null);
    }

    /**
     * As {@link #move}, by a written document, which the clocks' ledger names.
     *
     * @param document id of the document; the caller issues it in the same transaction
     */
    @Transactional
    public CaseFile moveInWriting(CaseNumber number, CaseMove move, Actor by, String note, UUID document) {
        return move(number, move, by, note, document.toString());
    }

    private CaseFile move(CaseNumber number, CaseMove move, Actor by, String note, @Nullable String document) {
        CaseFile file = rows.lock(number).orElseThrow(Cases::unknown);
        Instant at = clock.instant();
        ItemDefinition item = catalog.version(file.itemVersion()).definition();
        requireMode(item, move);
        events.publishEvent(new MoveAsked(file, move));
        CaseMoved moved = new LifeCycle(number, file.status(), once(number, move))
                .move(move, by, at)
                .orElseThrow(() -> refusal(file, move));
        rows.move(moved, move.label(item), note);
        if (moved.endsOffer()) {
            rows.withdrawOffer(number);
        }
        move.moment().ifPresent(moment -> clocks.observe(number, moment, at, by.id(), document));
        audit.record(entry(
                by,
                "case.move",
                number,
                Map.of("move", move.name(), "from", file.status().name())));
        events.publishEvent(moved);
        if (moved.to().isTerminal()) {
            events.publishEvent(new ClosedCaseChanged(number));
        }
        return get(number);
    }

    /** The law of an instant item lets the system act; elsewhere a model that tries is wrong. */
    private static void requireMode(ItemDefinition item, CaseMove move) {
        if (move.isInstant() && item.mode() != ItemDefinition.Mode.INSTANT) {
            throw new IllegalStateException(move + " belongs to instant items, " + item.key() + " is none");
        }
        if (move == CaseMove.DEEM_RENEWED && item.renewal() == null) {
            throw new IllegalStateException(move + " belongs to renewals, " + item.key() + " is none");
        }
        if (move == CaseMove.PROPOSE_ON_COMMITMENT && item.mode() != ItemDefinition.Mode.COMMITMENT) {
            throw new IllegalStateException(move + " belongs to items by commitment, " + item.key() + " is none");
        }
    }

    /**
     * The case as it stands, kept so until the transaction ends: of two officials the second sees what the first did.
     *
     * @throws Problem if there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseFile lock(CaseNumber number) {
        return rows.lock(number).orElseThrow(Cases::unknown);
    }

    private Set<CaseMove> once(CaseNumber number, CaseMove move) {
        return move.isRepeatable() || !history.hasEvent(number, move) ? Set.of() : Set.of(move);
    }

    private static Problem refusal(CaseFile file, CaseMove move) {
        return Problem.conflict("办件 %s 现在是“%s”，不能进行“%s”。请刷新页面查看最新情况。"
                .formatted(file.number(), file.status().label(), move.label()));
    }

    /** Replaces the form data after a correction; the earlier values are kept. */
    @Transactional
    public void replaceData(CaseNumber number, ObjectNode data, ObjectNode secrets, Actor by) {
        replaceData(number, data, secrets, by, "case.correct");
    }

    /** As {@link #replaceData}, for the district alone, by whoever hands the case on to the organ there. */
    @Transactional
    public void place(CaseNumber number, ObjectNode data, ObjectNode secrets, Actor by) {
        replaceData(number, data, secrets, by, "case.place");
    }

    private void replaceData(CaseNumber number, ObjectNode data, ObjectNode secrets, Actor by, String action) {
        rows.replaceData(number, data, seal(number, secrets), clock.instant());
        audit.record(entry(by, action, number, Map.of()));
    }

    /**
     * Gives a further organ a part in the case: from now on its officials see it and act on it as their tasks allow.
     *
     * @param org unified social credit code
     */
    @Transactional
    public void involve(CaseNumber number, String org) {
        if (rows.involve(number, org)) {
            audit.record(entry(Actor.SYSTEM, "case.involve", number, Map.of("org", org)));
        }
    }

    /**
     * The case is this organ's to handle from now on, until it is handed on.
     *
     * @param org unified social credit code of the organ in charge or of one that has a part in it
     */
    @Transactional
    public void handTo(CaseNumber number, String org) {
        rows.handTo(number, org);
    }

    /** Writes on the time line that the organ is late; the limit itself decides nothing. */
    @Transactional
    public void escalate(CaseNumber number, String clockLabel) {
        history.note(number, "OVERDUE", clockLabel + "期限届满，已转督办", "", Actor.SYSTEM, clock.instant());
        audit.record(entry(Actor.SYSTEM, "case.overdue", number, Map.of("clock", clockLabel)));
    }

    /** Writes on the time line what happened without a change of state; the caller writes the log. */
    @Transactional
    public void note(CaseNumber number, String kind, String label, Actor by) {
        note(number, kind, label, "", by);
    }

    /** As {@link #note(CaseNumber, String, String, Actor)}, with words that the applicant may read. */
    @Transactional
    public void note(CaseNumber number, String kind, String label, String words, Actor by) {
        if (history.note(number, kind, label, words, by, clock.instant())) {
            events.publishEvent(new ClosedCaseChanged(number));
        }
    }

    /** The last line of this kind tells from now on that what it says was taken back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackLine(CaseNumber number, String kind) {
        history.takeBack(number, kind, clock.instant());
    }

    /** Hands a message to the process of a case; false if nothing there waits for it. */
    @Transactional
    public boolean tell(CaseNumber number, String message, Map<String, Object> variables) {
        return get(number)
                .processInstance()
                .map(root -> workflow.correlate(root, message, variables))
                .orElse(false);
    }

    public Optional<CaseFile> find(CaseNumber number) {
        return rows.find(number);
    }

    /** What is said of a case that is not there, or that the caller may not know of: the same words. */
    public static Problem unknown() {
        return Problem.notFound("没有找到这个办件，或者您无权查看。请核对办件编号。");
    }

    /** As {@link #find}. @throws Problem if there is none */
    public CaseFile get(CaseNumber number) {
        return find(number).orElseThrow(Cases::unknown);
    }

    /** The secret fields of the form, in clear: only for the use cases that must know them. */
    public ObjectNode secrets(CaseNumber number) {
        return rows.object(vault.decrypt(context(number), rows.sealed(number)));
    }

    /** All answers of the form with the secret ones in their places, as {@link #secrets}. */
    public ObjectNode answers(CaseFile file) {
        return new Form.Split(file.data(), secrets(file.number())).whole();
    }

    /** What has happened, oldest first, at most 500 entries. */
    public List<TimelineEntry> timeline(CaseNumber number) {
        return history.timeline(number);
    }

    private byte[] seal(CaseNumber number, ObjectNode secrets) {
        return vault.encrypt(context(number), secrets.toString());
    }

    static String context(CaseNumber number) {
        return "case_secret.sealed:" + number;
    }

    private static AuditEntry entry(Actor by, String action, CaseNumber number, Map<String, String> detail) {
        return new AuditEntry(by.id(), action, "case", number, detail);
    }
}
