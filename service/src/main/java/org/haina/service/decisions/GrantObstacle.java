package org.haina.service.decisions;

import java.util.Optional;
import org.haina.service.keys.CaseNumber;

/** What makes a grant impossible at this moment, whatever anybody thinks of it; those who know implement it. */
public interface GrantObstacle {

    /** In Chinese, for the decider; empty if nothing is in the way. */
    Optional<String> against(CaseNumber number);
}
