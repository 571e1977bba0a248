package org.haina.service.portal;

import org.haina.forms.Form;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** One of the citizen's own cases with its item. */
record OwnCase(CaseFile file, ItemVersion item) {

    @Component
    static class Door {

        private final CaseAccess access;
        private final Catalog catalog;

        Door(CaseAccess access, Catalog catalog) {
            this.access = access;
            this.catalog = catalog;
        }

        /** @throws org.haina.service.edge.Problem if there is no such case that this citizen may see */
        OwnCase open(String number, Citizen citizen) {
            if (!CaseNumber.isValid(number)) {
                throw Cases.unknown();
            }
            CaseFile file = access.open(new CaseNumber(number), citizen);
            return new OwnCase(file, catalog.version(file.itemVersion()));
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
