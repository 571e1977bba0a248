package org.haina.service.complaints;

import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.ContentRule;
import org.haina.service.cases.Sight;
import org.springframework.stereotype.Component;

/** A complaint does not exist for whoever has had in hand what it is about, judged whenever he looks for it. */
@Component
class OwnHandsSight implements ContentRule {

    private final Complaints complaints;

    OwnHandsSight(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Sight sight(CaseFile file, Official official) {
        return Sight.FREE;
    }

    @Override
    public boolean hides(CaseFile file, Official official) {
        return file.supervised() && complaints.isAbout(file.number(), official.account());
    }
}
