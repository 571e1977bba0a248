/**
 * Working days of the Chinese adjusted calendar: holidays, make-up working days, and the counting rules of the Civil
 * Code (articles 201 to 203). Owns the published years, each in all its versions; a year is data that an operator
 * publishes when the State Council's notice appears. Until then it is provisional, and every date that touches it says
 * so. Refuses years that contradict themselves. Entry: {@link org.haina.service.calendar.WorkingDays}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "audit")
package org.haina.service.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
