package org.haina.service.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.Visibilities;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TakenInHand;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acts beside the ordinary way, and the door each passes through. */
@Service
public class CaseActs {

    private final List<CaseAct> acts;
    private final Cases cases;
    private final Visibilities visibilities;
    private final Situations situations;
    private final ChineseWords zh;
    private final ApplicationEventPublisher events;

    CaseActs(
            List<CaseAct> acts,
            Cases cases,
            Visibilities visibilities,
            Situations situations,
            ChineseWords zh,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.cases = cases;
        this.visibilities = visibilities;
        this.situations = situations;
        this.zh = zh;
        this.events = events;
    }

    /** What an official reads and may do beside the case's tasks. */
    public ActsPanel panel(CaseFile file, Official official) {
        Situation situation = situations.of(file);
        List<ActsPanel.Offer> offers = acts.stream()
                .filter(act -> isOpen(act, situation, official))
                .map(act ->
                        new ActsPanel.Offer(act.label(), "/desk/cases/%s/acts/%s".formatted(file.number(), act.key())))
                .toList();
        return new ActsPanel(
                offers, situation.proposals(), situation.terminations(), file.status() == CaseStatus.SPECIAL_PROCEDURE);
    }

    Optional<CaseAct> find(String key) {
        return acts.stream().filter(act -> act.key().equals(key)).findFirst();
    }

    boolean isOpen(CaseAct act, Situation situation, Official official) {
        return visibilities.of(official).handles(situation.file().scope())
                && isTurnOf(act, situation.file(), official)
                && act.isOpen(situation, official);
    }

    /**
     * Does an act once, however often it is sent.
     *
     * @throws Problem if the case is not as the official saw it, or the act is not open to this official
     */
    @Transactional
    public void perform(CaseNumber number, String key, ActInput input, Official official) {
        CaseAct act = find(key).orElseThrow(Cases::unknown);
        CaseFile file = cases.lock(number);
        if (!visibilities.of(official).handles(file.scope())) {
            throw Cases.unknown();
        }
        if (act.isDone(file, input, official)) {
            return;
        }
        if (file.version() != input.version()
                || !isTurnOf(act, file, official)
                || !act.isOpen(situations.of(file), official)) {
            throw Problem.conflict(late(file, act));
        }
        act.subject(file, official)
                .filter(now -> !now.id().equals(input.about()))
                .ifPresent(now -> {
                    throw Problem.conflict(newer(act, now));
                });
        act.refusal(file).ifPresent(why -> {
            throw Problem.conflict(why);
        });
        act.perform(file, input, official);
        events.publishEvent(new TakenInHand(number, official.account()));
    }

    /**
     * Does an act to the case as it stands now, for who has no page before the eyes.
     *
     * @param answers by field of the act
     * @throws Problem if the act is not open to this official
     */
    @Transactional
    public void perform(CaseNumber number, String key, Map<String, String> answers, Official official) {
        CaseFile file = cases.lock(number);
        String about = find(key)
                .flatMap(act -> act.subject(file, official))
                .map(Subject::id)
                .orElse("");
        perform(number, key, new ActInput(answers, file.version(), about), official);
    }

    private static boolean isTurnOf(CaseAct act, CaseFile file, Official official) {
        return !act.isOfActingOrgan() || file.acting().equals(official.org());
    }

    /** Tells by whom and what changed last. */
    String late(CaseFile file, CaseAct act) {
        List<TimelineEntry> line = cases.timeline(file.number());
        TimelineEntry last = line.get(line.size() - 1);
        return "没有进行“%s”。办件 %s 现在是“%s”，最近的变化是%s由%s“%s”。请核对最新情况后再办理。"
                .formatted(
                        act.label(),
                        file.number(),
                        file.status().label(),
                        zh.moment(last.at()),
                        last.by(),
                        last.label());
    }

    private static String newer(CaseAct act, Subject now) {
        return "没有进行“%s”。这个页面打开以后又有新的办理：现在是%s。请核对下面的内容后再确认。".formatted(act.label(), now.words());
    }

    static boolean handles(Official official) {
        return official.has(Role.CLERK) || official.has(Role.REVIEWER) || official.has(Role.DECIDER);
    }

    /** True if the last thing that happened is this move by this official with this note. */
    static boolean isLast(Cases cases, CaseNumber number, CaseMove move, String note, Official official) {
        List<TimelineEntry> line = cases.timeline(number);
        TimelineEntry last = line.get(line.size() - 1);
        return last.kind().equals(move.name())
                && last.by().equals(official.displayName())
                && last.note().equals(note);
    }
}
