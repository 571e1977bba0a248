/**
 * Prints an HTML template filled with data as PDF/A-2b. Entry type: {@link org.haina.certificates.printing.PdfPrinter}.
 * Data is always text, never markup; a template reaches neither the network nor the file system; a character that no
 * embedded font can show is refused instead of replaced.
 */
@NullMarked
package org.haina.certificates.printing;

import org.jspecify.annotations.NullMarked;
