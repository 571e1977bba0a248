/**
 * What Haina issues: the description of a certificate ({@code certificate.yaml}), the official documents (文书) that accompany
 * a case, and the identifiers printed on them. Printing lies in {@code printing}, signatures and their verification in
 * {@code signing}. This module knows no other module, no database and no web layer; callers hand in plain data.
 */
@NullMarked
package org.haina.certificates;

import org.jspecify.annotations.NullMarked;
