package org.haina.service.cases;

/**
 * A case is about to move; it is locked and stands as it was. A listener whom the law gives a say refuses by an exception, and nothing
 * is done.
 */
public record MoveAsked(CaseFile file, CaseMove move) {}
