/**
 * Signs PDF files as PAdES baseline-B and verifies them. Entry types:
 * {@link org.haina.certificates.signing.PdfSigner} and {@link org.haina.certificates.signing.SignatureVerifier}.
 * Only signatures that cover the whole file and come from a certificate the caller trusts count as valid.
 */
@NullMarked
package org.haina.certificates.signing;

import org.jspecify.annotations.NullMarked;
