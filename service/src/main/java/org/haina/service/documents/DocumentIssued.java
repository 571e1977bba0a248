package org.haina.service.documents;

import org.haina.service.keys.CaseNumber;

/** A case has a further document; published inside the transaction that issued it. */
public record DocumentIssued(CaseNumber number, DocumentType type) {}
