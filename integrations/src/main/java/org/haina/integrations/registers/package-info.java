/**
 * All authorities behind one door: the outbound ledger asks by register and query name and gets an answer in our
 * words. What can be asked, with which parameters and answer fields, stands in {@code registers.json} and is served as
 * {@link org.haina.integrations.registers.RegisterCatalogue}. Entry: {@link org.haina.integrations.registers.Authorities}.
 */
@NullMarked
package org.haina.integrations.registers;

import org.jspecify.annotations.NullMarked;
