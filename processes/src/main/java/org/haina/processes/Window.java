package org.haina.processes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rounds in which applications are taken, in order of time. */
public record Window(List<Round> rounds) {
    public Window {
        rounds = List.copyOf(rounds);
    }

    /** The round that takes applications on the given day. */
    public Optional<Round> openOn(LocalDate day) {
        return rounds.stream().filter(round -> round.isOpenOn(day)).findFirst();
    }

    /** The first round that opens after the given day. */
    public Optional<Round> nextAfter(LocalDate day) {
        return rounds.stream().filter(round -> round.opens().isAfter(day)).findFirst();
    }

    /** The same item with these rounds instead of its own. */
    public ItemDefinition insteadOfThoseOf(ItemDefinition item) {
        return new ItemDefinition(
                item.key(),
                item.area(),
                item.version(),
                item.shape(),
                item.title(),
                item.keywords(),
                item.codes(),
                item.legalBasis(),
                item.authority(),
                item.applicants(),
                item.guardianConsent(),
                item.channels(),
                this,
                item.excludes(),
                item.materials(),
                item.limits(),
                item.clockPolicy(),
                item.fee(),
                item.checks(),
                item.forms(),
                item.certificate(),
                item.mode(),
                item.approval(),
                item.safety(),
                item.publication(),
                item.renewal(),
                item.yearlyCheck(),
                item.handling(),
                item.resultWords(),
                item.roles(),
                item.promoted(),
                item.faqs(),
                item.places(),
                item.phones());
    }

    /** One round; both days are included, Shanghai time. */
    public record Round(String name, LocalDate opens, LocalDate closes) {
        /** Whether applications are taken on the given day. */
        public boolean isOpenOn(LocalDate day) {
            return !day.isBefore(opens) && !day.isAfter(closes);
        }
    }
}
