package org.haina.service.documents;

import org.haina.processes.ItemDefinition.ResultWords;

/** The kinds of documents (A2.5 of the domain page as corrected); each has a template of its name. */
public enum DocumentType {
    RECEIPT_VOUCHER("receipt-voucher", "收件凭证", "收"),
    ONE_TIME_NOTICE("one-time-notice", "一次性告知书", "补"),
    ACCEPTANCE_NOTICE("acceptance-notice", "受理通知书", "受"),
    REFUSAL_TO_ACCEPT("refusal-to-accept", "不予受理通知书", "不受"),
    DECISION_GRANTED("decision-granted", "准予决定书", "准"),
    DECISION_REFUSED("decision-refused", "不予决定书", "不准"),
    WITHDRAWAL_CONFIRMATION("withdrawal-confirmation", "撤回申请确认书", "撤"),
    EXTENSION_NOTICE("extension-notice", "延长期限告知书", "延"),
    SPECIAL_PROCEDURE_NOTICE("special-procedure-notice", "特别程序告知书", "特"),
    VOIDING_NOTICE("voiding-notice", "办件作废告知书", "废"),
    TRANSFER_NOTICE("transfer-notice", "转报告知书", "转"),
    RECTIFICATION_NOTICE("rectification-notice", "更正通知书", "更"),
    /** Its number is the number of the filing. */
    FILING_RECEIPT("filing-receipt", "备案回执", "备"),
    FILING_REFUSAL("filing-refusal", "不予备案告知书", "不备"),
    DEFERRAL_LETTER("deferral-letter", "容缺受理告知承诺书", "容"),
    DEFERRAL_EXPIRY("deferral-expiry", "容缺材料逾期办结告知书", "容终"),
    COMMITMENT_LETTER("commitment-letter", "证明事项告知承诺书", "诺"),
    APPROVAL_COMMITMENT("approval-commitment", "告知承诺书", "承诺"),
    /** Word for word what a guardian consented to for a child under fourteen. */
    GUARDIAN_CONSENT("guardian-consent", "监护人同意书", "监"),
    RECTIFICATION_ORDER("rectification-order", "责令限期整改通知书", "改"),
    /** Put down by nobody: the licence expired before its renewal was decided upon. */
    DEEMED_RENEWAL("deemed-renewal", "视为准予延续告知书", "视延"),
    YEARLY_CHECK_NOTICE("yearly-check-notice", "年度检查告知书", "检"),
    /** Told before a grant is withdrawn, annulled or revoked. */
    STATEMENT_NOTICE("statement-notice", "陈述申辩告知书", "告"),
    GRANT_WITHDRAWAL_DECISION("grant-withdrawal-decision", "撤回许可决定书", "撤回"),
    ANNULMENT_DECISION("annulment-decision", "撤销决定书", "撤销"),
    REVOCATION_DECISION("revocation-decision", "吊销许可证件决定书", "吊销"),
    CANCELLATION_DECISION("cancellation-decision", "注销许可决定书", "注销");

    private final String template;
    private final String title;
    private final String series;

    DocumentType(String template, String title, String series) {
        this.template = template;
        this.title = title;
        this.series = series;
    }

    /** Name of the template among the artefacts. */
    String template() {
        return template;
    }

    /** What people call it; a decision bears the result in the words of its item. */
    String title(ResultWords words) {
        return switch (this) {
            case DECISION_GRANTED -> words.granted() + "决定书";
            case DECISION_REFUSED -> words.refused() + "决定书";
            case FILING_REFUSAL -> words.refused() + "告知书";
            default -> title;
        };
    }

    /** What people call it where documents of all items stand together. */
    public String label() {
        return title;
    }

    /** The word that stands in the number for this kind. */
    String series() {
        return series;
    }
}
