/**
 * 好差评: one rating for each closed case, five levels with 1 the best (GB/T 39046-2020), reasons, words. Who rated is
 * never shown to whom was rated: nothing here leads from a rating to a person but the case itself. Entry type:
 * {@link org.haina.service.ratings.Ratings}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "audit", "cases", "catalog", "pages"})
package org.haina.service.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
