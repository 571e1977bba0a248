package org.haina.service.credit;

/** What a case may rest on the promises it was handed in with. */
enum Reliance {
    /** There is no promise, or none that still stands, or its item asks nobody. */
    NOT_ASKED,
    /** The register has not answered yet. */
    AWAITED,
    /** The register stayed silent: a person finds out. */
    SILENT,
    /** Nothing stands against it, as the register or a person says. */
    GIVEN,
    /** Something does: the applicant may prove instead. */
    DENIED
}
