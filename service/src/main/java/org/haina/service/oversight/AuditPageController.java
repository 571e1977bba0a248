package org.haina.service.oversight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditChain;
import org.haina.service.audit.AuditEntry;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditPage;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.complaints.Complaints;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The log: looked through, verified, never changed. */
@Controller
@RequestMapping("/oversight/audit")
@MayCall(Who.AUDITOR)
class AuditPageController {

    /** What the auditor asked for, as typed; what cannot be meant is left out of the search. */
    record Search(String number, String actor, String action, String from, String until, String after) {

        static Search of(Map<String, String> asked) {
            return new Search(
                    of(asked, "number"),
                    of(asked, "actor"),
                    of(asked, "action"),
                    of(asked, "from"),
                    of(asked, "until"),
                    of(asked, "after"));
        }

        private static String of(Map<String, String> asked, String name) {
            return asked.getOrDefault(name, "").replace("\0", "").strip();
        }

        AuditFilter filter(Clock clock) {
            return new AuditFilter(
                    Optional.of(number).filter(CaseNumber::isValid).map(CaseNumber::new),
                    Optional.of(actor).filter(text -> !text.isEmpty()),
                    Optional.of(action).filter(text -> !text.isEmpty()),
                    day(from, clock, 0),
                    day(until, clock, 1));
        }

        OptionalLong place() {
            return after.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(after)) : OptionalLong.empty();
        }

        /** True if a number was typed that is none: nothing is found then, instead of everything. */
        public boolean isWrong() {
            return !number.isEmpty() && !CaseNumber.isValid(number);
        }

        String href(long next) {
            return UriComponentsBuilder.fromPath("/oversight/audit")
                    .queryParam("number", number)
                    .queryParam("actor", actor)
                    .queryParam("action", action)
                    .queryParam("from", from)
                    .queryParam("until", until)
                    .queryParam("after", next)
                    .encode()
                    .toUriString();
        }

        private static Optional<Instant> day(String text, Clock clock, int later) {
            try {
                return Optional.of(LocalDate.parse(text)
                        .plusDays(later)
                        .atStartOfDay(clock.getZone())
                        .toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    private final AuditTrail trail;
    private final AuditChain chain;
    private final Audit audit;
    private final AuditLine.Reader reader;
    private final AuditWords words;
    private final Complaints complaints;
    private final Clock clock;

    AuditPageController(
            AuditTrail trail,
            AuditChain chain,
            Audit audit,
            AuditLine.Reader reader,
            AuditWords words,
            Complaints complaints,
            Clock clock) {
        this.trail = trail;
        this.chain = chain;
        this.audit = audit;
        this.reader = reader;
        this.words = words;
        this.complaints = complaints;
        this.clock = clock;
    }

    @ModelAttribute("words")
    AuditWords words() {
        return words;
    }

    @GetMapping
    String list(Official auditor, @RequestParam Map<String, String> asked, Model model) {
        Search search = Search.of(asked);
        audit.record(new AuditEntry(auditor.account(), "audit.read", "audit", null, Map.of()));
        show(search, auditor, model);
        return "oversight/audit";
    }

    /** Reads the whole chain, so only on demand. */
    @PostMapping("/verification")
    String verify(Official auditor, Model model) {
        audit.record(new AuditEntry(auditor.account(), "audit.verified", "audit", null, Map.of()));
        model.addAttribute("report", chain.verify());
        show(Search.of(Map.of()), auditor, model);
        return "oversight/audit";
    }

    /** Without what is about a complaint of which the auditor is no judge: he had the case in hand that it is about. */
    private List<AuditRow> open(List<AuditRow> rows, Official auditor) {
        Set<CaseNumber> closed = complaints.closedTo(
                rows.stream().flatMap(row -> row.caseNumber().stream()).collect(Collectors.toSet()), auditor.account());
        return rows.stream()
                .filter(row -> row.caseNumber().filter(closed::contains).isEmpty())
                .toList();
    }

    private void show(Search search, Official auditor, Model model) {
        AuditPage page = search.isWrong()
                ? new AuditPage(List.of(), OptionalLong.empty())
                : trail.page(search.filter(clock), search.place());
        model.addAttribute("search", search);
        model.addAttribute("rows", reader.lines(open(page.rows(), auditor)));
        model.addAttribute(
                "next", page.next().isPresent() ? search.href(page.next().getAsLong()) : null);
    }
}
