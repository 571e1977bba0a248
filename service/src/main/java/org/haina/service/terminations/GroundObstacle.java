package org.haina.service.terminations;

import org.haina.service.cases.CaseFile;

/** What a feature knows that takes a ground away from an act at this moment. */
public interface GroundObstacle {

    boolean isAgainst(CaseFile file, Ground ground);
}
