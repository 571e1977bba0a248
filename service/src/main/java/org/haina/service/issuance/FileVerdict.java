package org.haina.service.issuance;

import java.time.Instant;
import org.haina.certificates.signing.SignatureOutcome;

/** What can be said of a file somebody handed in. Only {@link Genuine} may be shown as good, {@link Statement} as
 * what we said at its time. */
sealed interface FileVerdict {

    /** Exactly the file we signed, whole, and in our register. Whether it still holds is its certificate's status. */
    record Genuine(Certificate certificate, String signer) implements FileVerdict {}

    /** Signed by us and unchanged, but not in the register: nothing can be said about its validity. */
    record NotRegistered() implements FileVerdict {}

    /** Signed by us and unchanged, but a statement of a day and no certificate: there is no register of such. */
    record Statement(String title, String signer, Instant signedAt) implements FileVerdict {}

    /** Another certificate than the one whose code was given. */
    record OtherCertificate() implements FileVerdict {}

    /** Without any signature: a letter of ours, a scan or anything else. Says nothing either way. */
    record Unsigned() implements FileVerdict {}

    /** Not ours or not as we signed it. */
    record NotConfirmed(String reason) implements FileVerdict {

        static NotConfirmed of(SignatureOutcome.Reason reason) {
            return new NotConfirmed(
                    switch (reason) {
                        case TOO_LARGE -> "文件超过 20 MB，不是我们签发的证书。";
                        case NOT_A_PDF -> "这不是一份可以读取的 PDF 文件。";
                        case ENCRYPTED -> "文件加了密码，无法核验。我们签发的证书没有密码。";
                        case CHANGED_AFTER_SIGNING -> "文件在签名之后被改动过。";
                        case DOES_NOT_COVER_FILE -> "签名没有覆盖整个文件，不能证明内容没有改动。";
                        case SEVERAL_SIGNATURES -> "文件带有不止一个签名，不是我们签发的原件。";
                        case UNKNOWN_SIGNER -> "文件的签名不是本系统的签名。";
                        case ALTERED -> "文件内容与签名不符，已被改动。";
                    });
        }
    }
}
