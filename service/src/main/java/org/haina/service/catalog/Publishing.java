package org.haina.service.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.processes.Finding;
import org.haina.processes.ItemDefinition;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.edge.Problem;
import org.haina.service.keys.ItemKey;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators decide on versions of items: examined by one, offered by another, taken out of the offer by either. */
@Service
public class Publishing {

    private final VersionStates states;
    private final ItemVersions versions;
    private final Catalog catalog;
    private final Offer offer;
    private final Workflow workflow;
    private final VersionCheck check;
    private final Audit audit;

    Publishing(
            VersionStates states,
            ItemVersions versions,
            Catalog catalog,
            Offer offer,
            Workflow workflow,
            VersionCheck check,
            Audit audit) {
        this.states = states;
        this.versions = versions;
        this.catalog = catalog;
        this.offer = offer;
        this.workflow = workflow;
        this.check = check;
        this.audit = audit;
    }

    /** @throws Problem if there is none */
    public VersionEntry get(long id) {
        return states.find(id).orElseThrow(() -> Problem.notFound("没有这个事项版本。请返回事项列表重新选择。"));
    }

    /** The version of an item that takes applications. */
    public Optional<VersionEntry> offered(ItemKey key) {
        return offer.of(key).flatMap(states::find);
    }

    /**
     * All versions of all items, by key, the newest of each first.
     *
     * @param after the last of the page before; empty for the first page
     */
    public List<VersionEntry> page(Optional<VersionEntry> after, int limit) {
        return states.page(
                after.map(entry -> entry.key().value()).orElse(""),
                after.map(VersionEntry::id).orElse(Long.MAX_VALUE),
                limit);
    }

    /**
     * Has a version examined. If nothing is found it may be published by somebody else; otherwise it is a draft again.
     *
     * @return what is wrong
     * @throws Problem if it is offered now
     */
    @Transactional
    public List<Finding> check(long id, String account) {
        VersionEntry entry = locked(id, VersionState.CHECKED);
        List<Finding> findings = check.findings(folder(id), whole(id));
        if (findings.isEmpty()) {
            decide(entry, VersionState.CHECKED, account, "item.check", "");
        } else if (entry.state() == VersionState.CHECKED) {
            decide(
                    entry,
                    VersionState.DRAFT,
                    account,
                    "item.check",
                    findings.get(0).toString());
        }
        return findings;
    }

    /**
     * Offers a version from now on in place of the one offered so far, which keeps its open cases. It runs by what was examined:
     * one that comes back is deployed anew with today's phases, and its own open cases end by those they began with.
     *
     * @throws Problem if it has not been checked, or was checked by the same person
     */
    @Transactional
    public void publish(long id, String account, String reason) {
        VersionEntry entry = locked(id, VersionState.PUBLISHED);
        if (entry.by().equals(account)) {
            throw Problem.forbidden("检查和发布不能由同一个人完成。请另一名运行维护员发布。");
        }
        if (!offer.isOwn(entry.key(), id)) {
            states.deployedAs(id, workflow.deployBeside("item " + id, entry.key(), Artefacts.models(whole(id))));
        }
        states.published(entry.key())
                .ifPresent(before ->
                        decide(before, VersionState.RETIRED, account, "item.retire", "由版本 " + entry.version() + " 接替"));
        decide(entry, VersionState.PUBLISHED, account, "item.publish", reason);
    }

    /**
     * Takes a version out of the offer for good; without a successor the item takes no application.
     *
     * @throws Problem if it is retired already
     */
    @Transactional
    public void retire(long id, String account, String reason) {
        decide(locked(id, VersionState.RETIRED), VersionState.RETIRED, account, "item.retire", reason);
    }

    private VersionEntry locked(long id, VersionState next) {
        states.lock(get(id).key());
        VersionEntry entry = get(id);
        if (!entry.state().mayBecome(next)) {
            throw Problem.conflict("版本 %s 现在是“%s”，不能改为“%s”。请刷新页面查看最新情况。"
                    .formatted(entry.version(), entry.state().label(), next.label()));
        }
        return entry;
    }

    private void decide(VersionEntry entry, VersionState next, String account, String action, String reason) {
        states.set(entry.id(), next, account, reason.length() > 500 ? reason.substring(0, 500) : reason);
        audit.record(new AuditEntry(
                account,
                action,
                "item:" + entry.key(),
                null,
                Map.of("version", entry.version() + "（" + entry.id() + "）", "reason", reason)));
        offer.forget();
    }

    private String folder(long id) {
        ItemDefinition definition = catalog.version(id).definition();
        return definition.area() + "/" + definition.key();
    }

    /** The release as it would be with this version. */
    private Map<String, byte[]> whole(long id) {
        return Artefacts.with(catalog.released(), folder(id), versions.files(id).orElseThrow());
    }
}
