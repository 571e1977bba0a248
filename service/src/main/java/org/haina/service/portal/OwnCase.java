package org.haina.service.portal;

import java.util.Optional;
import org.haina.forms.Form;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.Continuations;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/**
 * One of the citizen's own cases with its item.
 *
 * @param behalf who acts for whom; empty if the applicant acts himself
 * @param goesOnAs case of the organ that took it over; empty if it ended otherwise or goes on here
 */
record OwnCase(CaseFile file, ItemVersion item, Optional<Behalf> behalf, Optional<CaseNumber> goesOnAs) {

    /** Names of both in full: each has seen the other's papers. */
    record Behalf(String applicant, String agent) {}

    OwnCase(CaseFile file, ItemVersion item) {
        this(file, item, Optional.empty(), Optional.empty());
    }

    @Component
    static class Door {

        private final CaseAccess access;
        private final Catalog catalog;
        private final Parties parties;
        private final Continuations continuations;

        Door(CaseAccess access, Catalog catalog, Parties parties, Continuations continuations) {
            this.access = access;
            this.catalog = catalog;
            this.parties = parties;
            this.continuations = continuations;
        }

        /** @throws org.haina.service.edge.Problem if there is no such case that this citizen may see */
        OwnCase open(String number, Citizen citizen) {
            if (!CaseNumber.isValid(number)) {
                throw Cases.unknown();
            }
            CaseFile file = access.open(new CaseNumber(number), citizen);
            return new OwnCase(
                    file,
                    catalog.version(file.itemVersion()),
                    file.agent().map(agent -> new Behalf(parties.name(file.applicant()), parties.name(agent))),
                    file.status() == CaseStatus.TRANSFERRED ? continuations.of(file.number()) : Optional.empty());
        }
    }

    public CaseNumber number() {
        return file.number();
    }

    public String path() {
        return "/cases/" + file.number();
    }

    public String title() {
        return item.definition().title().zh();
    }

    /** What somebody whose case ended without a result may do next. */
    public String again() {
        return (item.definition().window() == null ? "您可以重新" : "在受理期限内，您可以重新") + handedIn() + "。";
    }

    /** What the citizen has handed in, in one word. */
    public String handedIn() {
        return item.definition().handedIn();
    }

    /** True if a grant comes with a certificate. */
    public boolean isCertified() {
        return item.definition().certificate() != null;
    }

    public Form form() {
        return item.applicationForm();
    }
}
