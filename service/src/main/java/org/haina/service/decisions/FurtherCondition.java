package org.haina.service.decisions;

import java.util.List;
import org.haina.service.cases.CaseFile;

/** What speaks against a case or needs a person beyond what the tables of its item weigh; those who know implement it. */
public interface FurtherCondition {

    /** Empty if there is nothing; each with its law, as a table gives it. */
    List<EligibilityReason> against(CaseFile file);
}
