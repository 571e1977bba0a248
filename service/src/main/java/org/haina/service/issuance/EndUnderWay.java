package org.haina.service.issuance;

import java.util.Optional;
import org.haina.service.keys.CaseNumber;

/** Whoever ends grants says what is under way; nothing is built upon a licence that is about to end. */
public interface EndUnderWay {

    /** In Chinese, what is intended with the grant of this case and where it stands; empty if nothing is under way. */
    Optional<String> of(CaseNumber number);
}
