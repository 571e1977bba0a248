/**
 * 投诉: about how something was handled. The organ complained of never answers and never sees it: the case is the city's, handled by
 * its supervisors alone, and does not exist for whoever had a hand in the case it is about, at whatever time. Owns whom a complaint
 * is about, how many there are of each organ, and which nobody takes up. Refuses one about a case of somebody else. Entry types:
 * {@link org.haina.service.complaints.Complaints}, {@link org.haina.service.complaints.UntakenComplaints}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "calendar", "cases", "catalog", "applications", "worklist"})
package org.haina.service.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
