package org.haina.service.documents;

import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.springframework.stereotype.Component;

/** 行政许可法 44, 国务院令第716号 12: who is served on the page of the case has agreed to it. */
@Component
public class OnlineConsent {

    /** The question of a form by which an applicant agrees. */
    private static final String QUESTION = "electronicService";

    private final Catalog catalog;

    OnlineConsent(Catalog catalog) {
        this.catalog = catalog;
    }

    /** True if the form asks and the answer is yes. A question or complaint that does not ask is answered to the account it came from. */
    public boolean given(CaseFile file) {
        ItemVersion version = catalog.version(file.itemVersion());
        boolean asked = version.applicationForm().layout().questions().anyMatch(question -> question.field()
                .equals(QUESTION));
        return asked
                ? file.data().path(QUESTION).asBoolean(false)
                : version.definition().isQuestion();
    }
}
