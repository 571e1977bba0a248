package org.haina.service.documents;

import java.time.Instant;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;

/**
 * One document of a case.
 *
 * @param title what people call it, the result in the words of the case's item
 * @param number as printed, e.g. {@code 海示黄教受〔2026〕17号}
 * @param org code of the organ that issued it
 */
public record CaseDocument(
        UUID id, CaseNumber caseNumber, DocumentType type, String title, String number, String org, Instant issuedAt) {}
