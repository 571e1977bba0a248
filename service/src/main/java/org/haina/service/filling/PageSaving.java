package org.haina.service.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.haina.forms.FormLayout.Page;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.Drafts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves one page's answers, right or wrong. */
@Service
class PageSaving {

    private static final int TRIES = 3;

    private final Filling.Desk desk;
    private final Drafts drafts;
    private final PrefilledAnswers prefilled;

    PageSaving(Filling.Desk desk, Drafts drafts, PrefilledAnswers prefilled) {
        this.desk = desk;
        this.drafts = drafts;
        this.prefilled = prefilled;
    }

    /** What came of it; the draft is as it is now. */
    sealed interface Outcome {
        Filling filling();

        record Saved(Filling filling) implements Outcome {}

        /** Another tab has changed this very page since it was drawn here; nothing was saved. */
        record Stale(Filling filling) implements Outcome {}
    }

    /** @param post the page's inputs and {@code seen}, what the page knew when it was drawn */
    @Transactional
    public Outcome save(Filling filling, Page page, Map<String, List<String>> post, Citizen citizen) {
        Filling current = filling;
        for (int i = 0; i < TRIES; i++) {
            if (isStale(current, page, post)) {
                return new Outcome.Stale(current);
            }
            ObjectNode next = current.form().bind(page.key(), post, current.data());
            if (drafts.save(current.draft(), next, current.draft().materials(), page.key())) {
                prefilled.changed(current.draft().id(), current.data(), next);
                return new Outcome.Saved(desk.open(current.draft().id(), citizen));
            }
            current = desk.open(current.draft().id(), citizen);
        }
        return new Outcome.Stale(current);
    }

    /** Only if what stands there is neither what the page showed nor what it sends. */
    private static boolean isStale(Filling current, Page page, Map<String, List<String>> post) {
        List<String> seen = post.getOrDefault("seen", List.of());
        if (seen.isEmpty() || seen.get(0).equals(current.seen(page))) {
            return false;
        }
        ObjectNode next = current.form().bind(page.key(), post, current.data());
        return !next.equals(current.data());
    }
}
