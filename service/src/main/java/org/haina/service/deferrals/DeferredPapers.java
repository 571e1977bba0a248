package org.haina.service.deferrals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.Catalog;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Deadline;
import org.haina.service.clock.Moment;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.files.FileOwner;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The papers that follow after the acceptance, each until it has arrived and was found in order. */
@Service
public class DeferredPapers {

    private final DeferralRows rows;
    private final DeferralLetters letters;
    private final RejectionNews news;
    private final Cases cases;
    private final CaseMaterials materials;
    private final Catalog catalog;
    private final CaseClocks clocks;
    private final FileLinks links;
    private final Audit audit;
    private final ChineseWords zh;
    private final Clock clock;

    DeferredPapers(
            DeferralRows rows,
            DeferralLetters letters,
            RejectionNews news,
            Cases cases,
            CaseMaterials materials,
            Catalog catalog,
            CaseClocks clocks,
            FileLinks links,
            Audit audit,
            ChineseWords zh,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.news = news;
        this.cases = cases;
        this.materials = materials;
        this.catalog = catalog;
        this.clocks = clocks;
        this.links = links;
        this.audit = audit;
        this.zh = zh;
        this.clock = clock;
    }

    /**
     * What a case was accepted without.
     *
     * @param titles the papers, each in quotation marks
     * @param due their last day
     */
    public record Missing(String titles, LocalDate due) {}

    /**
     * The application has been accepted: from now on the time for what is still missing runs, and the organ says in writing
     * which paper, in what form, by when, and what happens if it does not come.
     *
     * @return empty if everything is there, or this was done before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Missing> accepted(CaseFile file) {
        ItemDefinition item = item(file);
        Set<String> missing = item.takesDeferrals() ? missing(file.number()) : Set.of();
        List<DeferredPaper> papers =
                missing.isEmpty() ? List.of() : rows.defer(file.number(), missing, clock.instant());
        if (papers.isEmpty()) {
            return Optional.empty();
        }
        clocks.observe(file.number(), Moment.PAPERS_DEFERRED, clock.instant(), Actor.SYSTEM.id(), null);
        LocalDate due = due(file.number()).orElseThrow().due();
        String titles = DeferralLetters.titles(item, papers);
        cases.note(
                file.number(),
                Moment.PAPERS_DEFERRED.name(),
                "容缺受理，请在" + zh.day(due) + "（含当天）以前补交" + titles,
                Actor.SYSTEM);
        letters.deferred(file.number(), item, papers, due);
        return Optional.of(new Missing(titles, due));
    }

    private Set<String> missing(CaseNumber number) {
        return materials.of(number).stream()
                .filter(piece -> piece.source() == Source.DEFERRED)
                .map(SuppliedMaterial::key)
                .collect(Collectors.toSet());
    }

    /** All papers the case was accepted without, arrived or not. */
    public List<DeferredPaper> of(CaseFile file) {
        return item(file).takesDeferrals() ? rows.of(file.number()) : List.of();
    }

    /** Those of these cases in which it is the applicant's turn to bring a paper. */
    public Set<CaseNumber> owing(Collection<CaseFile> files) {
        List<CaseNumber> possible = files.stream()
                .filter(file -> isOpen(file) && item(file).takesDeferrals())
                .map(CaseFile::number)
                .toList();
        return possible.isEmpty() ? Set.of() : rows.owing(possible);
    }

    /** Until when the papers must be there; empty if none is missing. */
    public Optional<Deadline> due(CaseNumber number) {
        return clocks.deadline(number, ClockName.DEFERRAL);
    }

    /** Title of one of them. */
    public String title(CaseFile file, DeferredPaper paper) {
        return DeferralLetters.title(item(file), paper.material());
    }

    /** True while a paper may still arrive: the case is accepted and not decided. */
    public static boolean isOpen(CaseFile file) {
        return CaseMove.EXPIRE_DEFERRAL.isAllowedFrom(file.status());
    }

    /**
     * Takes a paper that was promised.
     *
     * @param upload a file of this citizen that fits the material
     * @throws Problem if it is not owed any more, whatever the reason, or the file is not there
     */
    @Transactional
    public void supply(CaseNumber number, String material, FileId upload, Caller by) {
        CaseFile file = cases.lock(number);
        DeferredPaper paper = get(file, material);
        String title = title(file, paper);
        if (!isOpen(file)) {
            throw Problem.conflict("办件现在是“" + file.status().label(item(file)) + "”，不能再补交材料。");
        }
        if (!paper.isOwed()) {
            throw Problem.conflict("“" + title + "”已经收到，不用再交。");
        }
        if (isOver(number)) {
            throw Problem.conflict("补交“" + title + "”的期限已经过了，不能再补交。");
        }
        if (!links.toCase(upload, number, FileOwner.of(by))) {
            throw Problem.invalid("没有找到上传的文件，请重新上传。", Map.of("/file", "没有找到这个文件"));
        }
        materials.replace(number, List.of(new SuppliedMaterial(material, Source.UPLOAD, upload.toString())));
        rows.supplied(number, material, clock.instant());
        cases.note(number, "PAPER_SUPPLIED", "补交“" + title + "”", Actor.of(by));
        record(by, "deferral.supply", number, material);
    }

    /** What has arrived is in order; the last one ends the applicant's time. */
    @Transactional
    public void settle(CaseNumber number, String material, Official by) {
        CaseFile file = cases.lock(number);
        DeferredPaper paper = waiting(file, material);
        Instant at = clock.instant();
        rows.settled(number, material, by.account(), at);
        record(by, "deferral.settle", number, material);
        cases.note(number, "PAPER_SETTLED", "补交的“" + title(file, paper) + "”经核对符合要求", Actor.of(by));
        if (rows.of(number).stream().allMatch(other -> other.settledAt().isPresent())) {
            clocks.observe(number, Moment.DEFERRED_PAPERS_IN, at, by.account(), null);
        }
    }

    /**
     * What has arrived is not in order and is asked for again within the same time; until then it stays, for who asks why. When that is over nothing is asked for
     * any more: what came in time has come, and whether it suffices belongs to the decision.
     *
     * @param why as the applicant reads it
     */
    @Transactional
    public void reject(CaseNumber number, String material, String why, Official by) {
        CaseFile file = cases.lock(number);
        DeferredPaper paper = waiting(file, material);
        if (isOver(number)) {
            throw Problem.invalid("补交的期限已经过了，不能再要求申请人补交。材料在期限内收到，是否符合条件在审核和决定时处理，请选择“符合要求”。", Map.of());
        }
        rows.rejected(number, material, why, by.account());
        record(by, "deferral.reject", number, material);
        cases.note(number, "PAPER_REJECTED", "补交的“" + title(file, paper) + "”不符合要求，请在原来的期限内重新补交", Actor.of(by));
        due(number).ifPresent(deadline -> news.tell(file, material, title(file, paper), deadline.due()));
    }

    /** Those that did not come, if the case waits for them; written up in the letter that ends the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> owed(CaseFile file) {
        return of(file).stream()
                .filter(DeferredPaper::isOwed)
                .map(paper -> title(file, paper))
                .toList();
    }

    /** Tells in writing that the case has ended for want of what was promised. @param due the last day that has passed */
    @Transactional(propagation = Propagation.MANDATORY)
    public void writeExpiry(CaseFile file, LocalDate due) {
        letters.expired(
                file.number(),
                item(file),
                of(file).stream().filter(DeferredPaper::isOwed).toList(),
                due);
    }

    private void record(Caller by, String action, CaseNumber number, String material) {
        audit.record(new AuditEntry(by.id(), action, "case", number, Map.of("material", material)));
    }

    private boolean isOver(CaseNumber number) {
        return due(number)
                .map(deadline -> LocalDate.now(clock).isAfter(deadline.due()))
                .orElse(false);
    }

    private DeferredPaper get(CaseFile file, String material) {
        return of(file).stream()
                .filter(paper -> paper.material().equals(material))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("这个办件没有需要补交的这份材料。"));
    }

    private DeferredPaper waiting(CaseFile file, String material) {
        DeferredPaper paper = get(file, material);
        if (!paper.isWaiting()) {
            throw Problem.conflict("“" + title(file, paper) + "”现在没有等待核对的文件，请刷新页面查看最新情况。");
        }
        return paper;
    }

    private ItemDefinition item(CaseFile file) {
        return catalog.version(file.itemVersion()).definition();
    }
}
