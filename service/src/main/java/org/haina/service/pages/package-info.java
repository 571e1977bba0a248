/**
 * What every page has in common: the two layouts' frame (who is signed in, 关怀版, help telephone, demo banner), dates
 * and numbers in Chinese, and the reader's preferences. Knows no feature. Templates read {@code frame} and
 * {@code @zh}; layouts are {@code layout/citizen} and {@code layout/official}. Entry type:
 * {@link org.haina.service.pages.PageFrame}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "edge", "keys", "parties"})
package org.haina.service.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
