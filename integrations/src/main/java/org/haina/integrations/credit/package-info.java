/**
 * Public credit information (信用): entries of lost trust under a unified social credit code or an ID number, as penalties are
 * published (行政处罚双公示, fields {@code CF_*}), and whether the subject stands on a list of serious lost trust. Asked only where
 * somebody wants to be trusted on a promise. Behind the national sharing gateway. Entry: {@link
 * org.haina.integrations.credit.CreditInformation}.
 */
@NullMarked
package org.haina.integrations.credit;

import org.jspecify.annotations.NullMarked;
