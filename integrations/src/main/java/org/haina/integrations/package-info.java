/**
 * Whom we ask: one package per authority. Each offers its answers in our words and hides the authority's wire format;
 * {@code registers} dispatches by name for the outbound ledger; {@code sandbox} plays all authorities over real HTTP.
 * This package holds what every authority shares: settings, the two kinds of trouble, the synthetic demo persons.
 * Nothing here retries: the outbound ledger does, and every call is safe to repeat under its request id.
 */
@NullMarked
package org.haina.integrations;

import org.jspecify.annotations.NullMarked;
