package org.haina.service.versions;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseVersions;
import org.haina.service.catalog.Publishing;
import org.haina.service.catalog.VersionEntry;
import org.haina.service.catalog.VersionState;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.versions.ItemMove.One;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves of open cases: foretold, asked for, followed. */
@Service
class ItemMoves {

    private final MoveRows rows;
    private final CaseMoving moving;
    private final CaseVersions cases;
    private final Publishing publishing;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate apart;

    ItemMoves(
            MoveRows rows,
            CaseMoving moving,
            CaseVersions cases,
            Publishing publishing,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.moving = moving;
        this.cases = cases;
        this.publishing = publishing;
        this.audit = audit;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What would become of the open cases of a version, by number: each is moved and the move rolled back.
     *
     * @param after the last case of the page before
     */
    List<One> preview(long from, Optional<CaseNumber> after, int limit) {
        VersionEntry to = target(from);
        return cases.open(from, after, limit).stream()
                .map(number -> preview(number, from, to.id()))
                .toList();
    }

    private One preview(CaseNumber number, long from, long to) {
        try {
            MoveOutcome outcome = apart.execute(status -> {
                status.setRollbackOnly();
                return moving.move(number, from, to, Actor.SYSTEM);
            });
            return outcome instanceof MoveOutcome.Left left
                    ? new One(number, "LEFT", left.why())
                    : new One(number, "MOVED", "");
        } catch (ConcurrencyFailureException e) {
            return new One(number, "PENDING", "正在办理中，现在不能判断");
        }
    }

    /**
     * Moves all open cases of a version to the one that is offered, in the background.
     *
     * @return id of the move
     * @throws Problem if no other version is offered, none is open, or they are being moved already
     */
    @Transactional
    public long start(long from, Official operator, String reason) {
        VersionEntry to = target(from);
        long id = rows.insert(from, to.id(), operator.account(), operator.displayName(), reason, clock.instant())
                .orElseThrow(() -> Problem.conflict("这个版本的办件正在改按新版本办理。请刷新页面查看进度。"));
        if (rows.insertCases(id) == 0) {
            throw Problem.conflict("这个版本没有正在办理的办件。");
        }
        audit.record(new AuditEntry(
                operator.account(),
                "item.move",
                "item:" + to.key(),
                null,
                Map.of("before", String.valueOf(from), "version", String.valueOf(to.id()), "reason", reason)));
        return id;
    }

    /** @throws Problem if the item offers no other version, or this node only until the newer release has started everywhere */
    VersionEntry target(long from) {
        VersionEntry target = publishing
                .offered(publishing.get(from).key())
                .filter(offered -> offered.id() != from)
                .orElseThrow(() -> Problem.conflict("没有可以改按的版本：请先发布另一个版本。"));
        if (target.state() != VersionState.PUBLISHED) {
            throw Problem.conflict("系统正在更新：这里受理的版本 %s 已经由新的系统版本接替。请等更新完成以后，再改按新版本办理。".formatted(target.version()));
        }
        return target;
    }

    /** @throws Problem if there is none */
    ItemMove get(long id) {
        return rows.find(id).orElseThrow(() -> Problem.notFound("没有找到这次办理版本的变更。请返回事项版本。"));
    }

    List<ItemMove> of(long version) {
        return rows.of(version);
    }

    List<One> cases(long move, Optional<CaseNumber> after, int limit) {
        return rows.cases(move, after.map(CaseNumber::value).orElse(""), limit);
    }
}
