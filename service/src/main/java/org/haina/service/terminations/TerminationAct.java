package org.haina.service.terminations;

import java.util.List;
import org.haina.service.cases.CaseMove;
import org.haina.service.documents.DocumentType;
import org.haina.service.issuance.CertificateEnds;

/** The acts by which a grant ends: four powers, four words, four letters. */
public enum TerminationAct {
    WITHDRAWAL(
            "撤回",
            "撤回许可",
            "grant-withdrawal",
            CaseMove.WITHDRAW_GRANT,
            CertificateEnds.Kind.WITHDRAWN,
            DocumentType.GRANT_WITHDRAWAL_DECISION),
    ANNULMENT(
            "撤销",
            "撤销许可",
            "grant-annulment",
            CaseMove.ANNUL,
            CertificateEnds.Kind.ANNULLED,
            DocumentType.ANNULMENT_DECISION),
    REVOCATION(
            "吊销",
            "吊销许可证件",
            "grant-revocation",
            CaseMove.REVOKE,
            CertificateEnds.Kind.REVOKED,
            DocumentType.REVOCATION_DECISION),
    CANCELLATION(
            "注销",
            "注销许可",
            "grant-cancellation",
            CaseMove.CANCEL,
            CertificateEnds.Kind.CANCELLED,
            DocumentType.CANCELLATION_DECISION);

    private final String verb;
    private final String label;
    private final String phase;
    private final CaseMove move;
    private final CertificateEnds.Kind end;
    private final DocumentType letter;

    TerminationAct(
            String verb, String label, String phase, CaseMove move, CertificateEnds.Kind end, DocumentType letter) {
        this.verb = verb;
        this.label = label;
        this.phase = phase;
        this.move = move;
        this.end = end;
        this.letter = letter;
    }

    /** The bare word: 撤回, 撤销, 吊销 or 注销. */
    public String verb() {
        return verb;
    }

    /** What it is called in full. */
    public String label() {
        return label;
    }

    /** True unless it follows from a fact alone: the holder states his case first. */
    public boolean hears() {
        return this != CANCELLATION;
    }

    /** On what it may rest. */
    public List<Ground> grounds() {
        return Ground.of(this);
    }

    /** Key of the model by which it is done. */
    String phase() {
        return phase;
    }

    CaseMove move() {
        return move;
    }

    CertificateEnds.Kind end() {
        return end;
    }

    DocumentType letter() {
        return letter;
    }
}
