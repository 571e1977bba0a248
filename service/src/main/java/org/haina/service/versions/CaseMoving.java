package org.haina.service.versions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseVersions;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Publishing;
import org.haina.service.catalog.VersionState;
import org.haina.service.keys.CaseNumber;
import org.haina.service.versions.MoveRule.Moving;
import org.haina.service.workflow.CannotMoveException;
import org.haina.service.workflow.CannotMoveException.Place;
import org.haina.service.workflow.ProcessMoves;
import org.haina.service.workflow.StuckSteps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves one case: its process, called processes, and the version it points to. Looking beforehand does the same and rolls
 * it back, so that what is foretold is what happens.
 */
@Component
class CaseMoving {

    private final Cases cases;
    private final CaseVersions versions;
    private final Catalog catalog;
    private final Publishing publishing;
    private final ProcessMoves processes;
    private final StuckSteps stuck;
    private final List<MoveRule> rules;
    private final JdbcClient jdbc;

    CaseMoving(
            Cases cases,
            CaseVersions versions,
            Catalog catalog,
            Publishing publishing,
            ProcessMoves processes,
            StuckSteps stuck,
            List<MoveRule> rules,
            JdbcClient jdbc) {
        this.cases = cases;
        this.versions = versions;
        this.catalog = catalog;
        this.publishing = publishing;
        this.processes = processes;
        this.stuck = stuck;
        this.rules = List.copyOf(rules);
        this.jdbc = jdbc;
    }

    /** Gives way to whoever is at work on the case: after half a second it throws instead of waiting. */
    @Transactional(propagation = Propagation.MANDATORY)
    public MoveOutcome move(CaseNumber number, long from, long to, Actor by) {
        jdbc.sql("set local lock_timeout = '500ms'").update();
        CaseFile file = cases.lock(number);
        if (file.closedAt().isPresent()) {
            return new MoveOutcome.Left("已经办结");
        }
        if (file.itemVersion() != from) {
            return new MoveOutcome.Left("已经改按其他版本办理");
        }
        if (publishing.get(to).state() != VersionState.PUBLISHED) {
            return new MoveOutcome.Left("新版本已经停用");
        }
        Moving moving = new Moving(file, catalog.version(from), catalog.version(to));
        return rules.stream()
                .flatMap(rule -> rule.obstacle(moving).stream())
                .findFirst()
                .<MoveOutcome>map(MoveOutcome.Left::new)
                .orElseGet(() -> move(moving, by));
    }

    private MoveOutcome move(Moving moving, Actor by) {
        Optional<String> process = moving.file().processInstance();
        if (process.isEmpty()) {
            return new MoveOutcome.Left("还没有开始办理");
        }
        try {
            processes.move(process.get(), catalog.process(moving.to()));
        } catch (CannotMoveException e) {
            return new MoveOutcome.Left(
                    e.places().stream().map(CaseMoving::words).distinct().collect(Collectors.joining("；")));
        }
        ItemVersion to = moving.to();
        versions.change(moving.file(), moving.from().definition().version(), to, by);
        stuck.retry(moving.file().number(), by.id());
        return new MoveOutcome.Moved();
    }

    private static String words(Place place) {
        return place.gone() ? "新版本没有现在的环节“%s”".formatted(place.name()) : "现在的环节“%s”在新版本中不同".formatted(place.name());
    }
}
