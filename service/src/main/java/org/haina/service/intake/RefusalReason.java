package org.haina.service.intake;

import java.util.Arrays;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.service.cases.CaseMove;

/** Why an application may be refused acceptance; there is no catch-all (domain ruling on 行政许可法 32). */
public enum RefusalReason {
    NOT_COMPETENT("not-competent", "不属于本机关职权范围", true, "《中华人民共和国行政许可法》第三十二条第一款第二项"),
    FALSE_PAPERS("false-papers", "提交的材料不真实", true, "《中华人民共和国行政许可法》第三十一条、第七十八条"),
    WINDOW_CLOSED("window-closed", "不在规定的受理期限内", false, "《中华人民共和国行政许可法》第三十条、第三十二条第一款"),
    LICENCE_NOT_REQUIRED("licence-not-required", "依法不需要取得行政许可", false, "《中华人民共和国行政许可法》第三十二条第一款第一项"),
    /** What is asked for is of another kind; the item's own law says which kind must be filed. */
    FILING_NOT_REQUIRED("filing-not-required", "依法不需要备案", false, ""),
    /** What is neither a licence nor a filing. */
    NOT_REQUIRED("not-required", "依法不需要办理", false, "");

    private final String code;
    private final String label;
    private final boolean afterCorrection;
    private final String legalBasis;

    RefusalReason(String code, String label, boolean afterCorrection, String legalBasis) {
        this.code = code;
        this.label = label;
        this.afterCorrection = afterCorrection;
        this.legalBasis = legalBasis;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** The provision that the notice names. */
    String legalBasis() {
        return legalBasis;
    }

    /** True if it is a reason for this move in an item of this shape. */
    boolean fits(CaseMove move, Shape shape) {
        return switch (this) {
            case LICENCE_NOT_REQUIRED -> move == CaseMove.FIND_NOT_REQUIRED && shape == Shape.LICENCE;
            case FILING_NOT_REQUIRED -> move == CaseMove.FIND_NOT_REQUIRED && shape == Shape.RECORD_FILING;
            case NOT_REQUIRED ->
                move == CaseMove.FIND_NOT_REQUIRED && shape != Shape.LICENCE && shape != Shape.RECORD_FILING;
            default -> move == CaseMove.REFUSE_ACCEPTANCE;
        };
    }

    /** True if it may still be used when everything asked for has been supplied. */
    boolean isOpenAfterCorrection() {
        return afterCorrection;
    }

    static Optional<RefusalReason> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }

    /** The reason a time line's note begins with. */
    static RefusalReason ofNote(String note) {
        return Arrays.stream(values())
                .filter(r -> note.startsWith(r.label))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A refusal to accept has a reason"));
    }
}
