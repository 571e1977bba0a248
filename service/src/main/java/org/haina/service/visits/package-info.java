/**
 * Site visits (行政许可法 34): at least two officers look at the place; one of them puts down what they found, another one stands
 * by it. On the clock: nothing here stops a limit. What was found lies with the opinions and advises who reviews and decides.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "cases", "decisions", "worklist"})
package org.haina.service.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
