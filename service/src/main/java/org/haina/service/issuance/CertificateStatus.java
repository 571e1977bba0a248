package org.haina.service.issuance;

import java.util.EnumSet;
import java.util.Set;

/** Life of a certificate. The ends of validity (撤回许可, 撤销, 吊销, 注销) are acts of their own. */
enum CertificateStatus {
    /** Being numbered or made; to the outside it does not exist. */
    PREPARING("正在制证", ""),
    VALID("有效", "01"),
    /** Its last day has passed; never stored, follows from the date. */
    EXPIRED("已过有效期", "05"),
    /** Another one under the same number has taken its place (补发、换发、变更). */
    REPLACED("已由补发、换发、变更的证书替代", "05"),
    /** The grant was taken back because the law or the facts have changed; the store has no code of its own for it. */
    WITHDRAWN("许可已撤回", "99"),
    /** Annulled because it should not have been granted. */
    ANNULLED("已撤销", "03"),
    /** Taken away as a penalty. */
    REVOKED("已吊销", "07"),
    /** Struck off, as by death or loss of the qualification. */
    CANCELLED("已注销", "04");

    private static final Set<CertificateStatus> ENDS = EnumSet.of(WITHDRAWN, ANNULLED, REVOKED, CANCELLED);

    private final String label;
    private final String storeCode;

    CertificateStatus(String label, String storeCode) {
        this.label = label;
        this.storeCode = storeCode;
    }

    /** What a person reads. */
    public String label() {
        return label;
    }

    /** Status code of the licence store (证照状态). */
    String storeCode() {
        return storeCode;
    }

    /** True for what an official may end a valid certificate with. */
    boolean isEnd() {
        return ENDS.contains(this);
    }
}
