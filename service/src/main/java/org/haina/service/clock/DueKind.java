package org.haina.service.clock;

/** Whose limit a due date is: the law's, or the item's promise. */
enum DueKind {
    STATUTORY,
    PROMISED
}
