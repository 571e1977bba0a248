/**
 * 投诉: about how something was handled. The organ complained of never answers and never sees it: the case is the city's, handled by
 * its supervisors alone, and does not exist for whoever had a hand in the case it is about. Owns whom a complaint is about, and how
 * many there are of each organ. Refuses one about a case of somebody else. Entry type:
 * {@link org.haina.service.complaints.Complaints}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "cases", "catalog", "applications", "worklist"})
package org.haina.service.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
