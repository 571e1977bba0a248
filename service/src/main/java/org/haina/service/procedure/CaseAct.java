package org.haina.service.procedure;

import java.util.List;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseFile;

/** One thing an official can do to a case on a page of its own. */
interface CaseAct {

    /** Last part of its address. */
    String key();

    String label();

    /** What it means and what follows, for the one who is about to do it. */
    String explain();

    /** True if this official may do it to this case now; that the case is the official's own was asked before. */
    boolean isOpen(Situation situation, Official official);

    List<Field> fields(CaseFile file, Official official);

    /** True if only the organ may do it whose turn it is; false for what every organ with a part may do to its own. */
    default boolean isOfActingOrgan() {
        return true;
    }

    /** The one click or proposal it undoes or corrects, where a later one of the same kind may come in its place. */
    default Optional<Subject> subject(CaseFile file, Official official) {
        return Optional.empty();
    }

    /** The request that this act answers, for the page to show above the form. */
    default Optional<ExtensionProposal> request(Situation situation) {
        return Optional.empty();
    }

    /** Why it cannot be done to this case by anybody, in words for who would; empty if it can. */
    default Optional<String> refusal(CaseFile file) {
        return Optional.empty();
    }

    /** True if it ends the case without a decision: its button says so. */
    default boolean isDrastic() {
        return false;
    }

    /** True if exactly this has been done by this official already: the second click of two. */
    boolean isDone(CaseFile file, ActInput input, Official official);

    /** Does it, in the caller's transaction and under the case's lock. */
    void perform(CaseFile file, ActInput input, Official official);
}
