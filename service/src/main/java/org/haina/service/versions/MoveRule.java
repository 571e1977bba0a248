package org.haina.service.versions;

import java.util.Optional;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.ItemVersion;

/** One reason for which a case stays with its version although the process itself could be moved. */
interface MoveRule {

    /** An open case and the versions it is to be moved between. */
    record Moving(CaseFile file, ItemVersion from, ItemVersion to) {}

    /** What stands against it, in Chinese for operators, without anything the applicant wrote; empty if nothing does. */
    Optional<String> obstacle(Moving moving);
}
