package org.haina.service.applications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.forms.Form;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.Cases;
import org.haina.service.cases.NewCase;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.commitments.Commitments;
import org.haina.service.deferrals.Deferrals;
import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.minors.GuardianConsents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转报: what was handed in to an organ that is not competent goes on as a case of the one that took it over. Nothing is
 * asked again: answers, papers and promises are those of the first case, and so is the version of the item.
 */
@Service
public class Continuations {

    private static final String DISTRICT = "district";

    private final Cases cases;
    private final CaseMaterials materials;
    private final Catalog catalog;
    private final Organs organs;
    private final FileLinks links;
    private final Commitments commitments;
    private final Deferrals deferrals;
    private final GuardianConsents consents;
    private final CaseNumbers numbers;
    private final JdbcClient jdbc;

    Continuations(
            Cases cases,
            CaseMaterials materials,
            Catalog catalog,
            Organs organs,
            FileLinks links,
            Commitments commitments,
            Deferrals deferrals,
            GuardianConsents consents,
            Clock clock,
            JdbcClient jdbc) {
        this.cases = cases;
        this.materials = materials;
        this.catalog = catalog;
        this.organs = organs;
        this.links = links;
        this.commitments = commitments;
        this.deferrals = deferrals;
        this.consents = consents;
        this.numbers = new CaseNumbers(clock);
        this.jdbc = jdbc;
    }

    /**
     * Receives it today at the organ whose turn it is; its limits begin with that day.
     *
     * @param first the case that ends in the same transaction, under its lock
     * @return number of the case that goes on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseNumber open(CaseFile first, Official by) {
        Organ organ = organs.byCode(first.acting()).orElseThrow();
        NewCase next = next(first, organ, by);
        cases.receive(next, handedIn(first));
        links.carry(files(next), first.number(), next.number());
        commitments.carry(first.number(), next.number(), next.item());
        deferrals.carry(first.number(), next.number());
        consents.carry(first.number(), next.number());
        jdbc.sql("insert into continuation (number, ended) values (:number, :ended)")
                .param("number", next.number().value())
                .param("ended", first.number().value())
                .update();
        String from = organs.byCode(first.org()).map(Organ::name).orElse(first.org());
        cases.note(next.number(), "CONTINUES", "由%s转来，原办件编号%s".formatted(from, first.number()), Actor.of(by));
        place(next, organ, by);
        cases.note(first.number(), "CONTINUED", "由%s接着办理，新办件编号%s".formatted(organ.name(), next.number()), Actor.of(by));
        return next.number();
    }

    /** Where it is asked for is where it is handled: what was handed in is kept as the earlier answer. */
    private void place(NewCase next, Organ organ, Official by) {
        String there = organ.district().code();
        Form form = next.item().applicationForm();
        form.layout()
                .questions()
                .filter(question -> question.field().equals(DISTRICT)
                        && next.data().has(DISTRICT)
                        && question.options().stream()
                                .anyMatch(option -> option.value().equals(there)))
                .findFirst()
                .ifPresent(question -> {
                    ObjectNode placed = next.data().deepCopy().put(DISTRICT, there);
                    cases.place(next.number(), placed, next.secrets(), Actor.of(by));
                    cases.note(
                            next.number(),
                            "PLACED",
                            "“%s”由%s改为%s，与接着办理的机关一致"
                                    .formatted(
                                            question.label().zh(),
                                            form.words(question, next.data()),
                                            form.words(question, placed)),
                            Actor.of(by));
                });
    }

    /** The case that goes on with what ended there. */
    public Optional<CaseNumber> of(CaseNumber ended) {
        return jdbc.sql("select number from continuation where ended = :ended")
                .param("ended", ended.value())
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** When the applicant handed it in, to whichever organ that was. */
    private Instant handedIn(CaseFile last) {
        return jdbc.sql("select ended from continuation where number = :number")
                .param("number", last.number().value())
                .query(String.class)
                .optional()
                .map(ended -> handedIn(cases.get(new CaseNumber(ended))))
                .orElse(last.receivedAt());
    }

    /** This case and all that it goes on with or that go on with it, by whatever number of steps. */
    public List<CaseNumber> line(CaseNumber number) {
        return jdbc
                .sql(
                        """
                        with recursive line (number) as (
                          select cast(:number as text)
                          union
                          select case when c.number = line.number then c.ended else c.number end
                          from continuation c join line on line.number in (c.number, c.ended)
                        )
                        select number from line
                        """)
                .param("number", number.value())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    private NewCase next(CaseFile first, Organ organ, Official by) {
        return new NewCase(
                numbers.next(),
                catalog.version(first.itemVersion()),
                organ.district(),
                organ.uscc(),
                first.applicant(),
                first.agent(),
                first.filedBy(),
                first.channel(),
                first.data(),
                cases.secrets(first.number()),
                materials.of(first.number()),
                Actor.of(by));
    }

    private static Set<FileId> files(NewCase next) {
        return next.materials().stream()
                .filter(piece -> piece.source() == SuppliedMaterial.Source.UPLOAD)
                .map(piece -> new FileId(UUID.fromString(piece.reference())))
                .collect(Collectors.toSet());
    }
}
