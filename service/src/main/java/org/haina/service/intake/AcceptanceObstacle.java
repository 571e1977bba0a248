package org.haina.service.intake;

import java.util.Map;
import org.haina.service.keys.CaseNumber;

/** What a feature knows that closes an outcome of the examination (受理审查). */
public interface AcceptanceObstacle {

    /** By outcome, why it cannot be chosen now; empty if nothing stands against any. */
    Map<String, String> barred(CaseNumber number);
}
