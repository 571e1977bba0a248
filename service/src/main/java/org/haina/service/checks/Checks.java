package org.haina.service.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haina.integrations.registers.Answer;
import org.haina.processes.ItemDefinition;
import org.haina.processes.MessageNames;
import org.haina.processes.VariableNames;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundAnswered;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.outbound.OutboundGivenUp;
import org.haina.service.outbound.OutboundSettled;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The questions about a case: opened together, settled one by one, reported to the process once. */
@Service
public class Checks {

    private final CheckRows rows;
    private final Cases cases;
    private final Catalog catalog;
    private final Outbound outbound;
    private final CheckSettings settings;
    private final Clock clock;

    Checks(CheckRows rows, Cases cases, Catalog catalog, Outbound outbound, CheckSettings settings, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.catalog = catalog;
        this.outbound = outbound;
        this.settings = settings;
        this.clock = clock;
    }

    /** All questions about an application with their answers, in the item's order; what follows from them is decided by these. */
    public List<CaseCheck> of(CaseNumber number) {
        return asked(number).stream().filter(check -> !check.uponPromise()).toList();
    }

    /** The questions asked because something was promised: they bear on the promise and on nothing else. */
    public List<CaseCheck> uponPromise(CaseNumber number) {
        return asked(number).stream().filter(CaseCheck::uponPromise).toList();
    }

    /** Every question about a case, for whoever wants to know who was asked. */
    public List<CaseCheck> asked(CaseNumber number) {
        return rows.of(number);
    }

    /** Opens the checks that the item asks upon a promise; nothing waits for them but whoever accepts. */
    @Transactional
    public void openUponPromise(CaseNumber number) {
        open(number, true);
    }

    /** Opens every check that applies; the process waits for the last of them. */
    void open(CaseNumber number) {
        List<OpenCheck> checks = open(number, false);
        if (checks.stream().noneMatch(check -> check.state() == CheckState.WAITING)) {
            settleOnceTheProcessWaits(number);
        }
    }

    private List<OpenCheck> open(CaseNumber number, boolean uponPromise) {
        CaseFile file = cases.get(number);
        ItemDefinition item = catalog.version(file.itemVersion()).definition();
        ObjectNode form = form(file);
        List<OpenCheck> checks = item.checks().stream()
                .filter(check -> check.isUponPromise() == uponPromise && Questions.applies(check, form))
                .map(check -> new OpenCheck(check, Questions.parameters(check, form, file, item)))
                .toList();
        Set<String> opened = rows.insert(number, checks);
        outbound.send(checks.stream()
                .filter(check -> opened.contains(check.key()))
                .flatMap(check -> check.parameters().map(p -> question(file, item, check, p)).stream())
                .toList());
        return checks;
    }

    /**
     * As {@link #open}, with the answers the form has now. What was asked before is called off and forgotten: an answer to
     * an earlier question says nothing of a corrected one.
     */
    void ask(CaseNumber number) {
        outbound.cancelQueries(number);
        rows.clear(number);
        open(number);
    }

    /** Where nothing can be asked no answer will ever come: the process, which waits only after this step, is told here. */
    private void settleOnceTheProcessWaits(CaseNumber number) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                settle(number);
            }
        });
    }

    private OutboundCall question(CaseFile file, ItemDefinition item, OpenCheck check, ObjectNode parameters) {
        return new OutboundCall(
                file.number(),
                OutboundCall.Kind.REGISTER,
                check.check().register(),
                check.check().query(),
                "check:" + check.key(),
                parameters,
                "办理" + item.title().zh() + (check.check().isUponPromise() ? "：核对能否适用书面承诺" : "：核验申请信息"),
                settings.patience());
    }

    /** Before whoever draws conclusions from what the register said. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(OutboundAnswered answered) {
        if (!answered.reference().startsWith("check:")) {
            return;
        }
        rows.lock(answered.caseNumber());
        Answer answer = Answer.ofJson(answered.answer());
        CaseFile file = cases.get(answered.caseNumber());
        List<String> differences = catalog.version(file.itemVersion()).definition().checks().stream()
                .filter(c -> answered.reference().equals(reference(c.register(), c.query())))
                .flatMap(c -> Questions.differences(c, answer, form(file)).stream())
                .toList();
        rows.answered(answered.caseNumber(), key(answered.reference()), answer, differences, clock.instant());
        settle(answered.caseNumber());
    }

    @EventListener
    void on(OutboundGivenUp givenUp) {
        if (!givenUp.reference().startsWith("check:")) {
            return;
        }
        takenOver(givenUp.caseNumber(), givenUp.reference(), givenUp.code());
    }

    /** An operator closed the question before its answer: a clerk finds out instead. */
    @EventListener
    void on(OutboundSettled settled) {
        if (settled.reference().startsWith("check:")) {
            takenOver(settled.caseNumber(), settled.reference(), "SETTLED");
        }
    }

    private void takenOver(CaseNumber number, String reference, String code) {
        rows.lock(number);
        rows.manual(number, key(reference), code);
        settle(number);
    }

    /** Tells the process once nothing is waited for; harmless when it has gone on already. */
    @Transactional
    public void settle(CaseNumber number) {
        List<CaseCheck> checks = rows.of(number);
        if (checks.stream().noneMatch(c -> c.state() == CheckState.WAITING)) {
            boolean manual = checks.stream().anyMatch(c -> c.state() == CheckState.MANUAL && !isPromiseAnswered(c));
            cases.tell(number, MessageNames.CHECKS_SETTLED, Map.of(VariableNames.MANUAL_CHECKS, manual));
        }
    }

    /** An answer upon a promise that came late is looked at by whoever relies on the promise, not by who checks the application. */
    private static boolean isPromiseAnswered(CaseCheck check) {
        return check.uponPromise() && check.answer().isPresent();
    }

    void settledByHand(CaseNumber number) {
        rows.settledByHand(number, false, clock.instant());
        settledUponPromise(number);
    }

    /** A person has found out what the register did not say of whoever promised. */
    @Transactional
    public void settledUponPromise(CaseNumber number) {
        rows.settledByHand(number, true, clock.instant());
    }

    private ObjectNode form(CaseFile file) {
        return cases.answers(file);
    }

    private static String reference(String register, String query) {
        return "check:" + register + "/" + query;
    }

    private static String key(String reference) {
        return reference.substring("check:".length());
    }
}
