/**
 * 委托: the pages by which mandates come and go. A person gives and takes back orders of his own; for an organisation, which has
 * no account, a clerk records the letter that its legal representative has signed. Who may act for whom is known by
 * {@code parties}; here stands only how it is said. Refuses orders to minors, to oneself, and beyond three years.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "edge", "audit", "catalog", "parties"})
package org.haina.service.mandates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
