package org.haina.service.pages;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haina.service.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a layout shows around any page. The name is looked up only if a page is really drawn.
 *
 * @param path of this page with its query, to return to; always begins with one slash
 * @param elder 关怀版 is on
 * @param advice key of the item by which people ask questions
 * @param complaint key of the item by which people complain
 * @param correlation asked while the page is drawn, when its status is known
 * @param demo everything here is made up, and pages say so
 */
record PageFrame(
        Caller caller,
        Supplier<String> name,
        String path,
        boolean elder,
        boolean demo,
        String site,
        String helpPhone,
        String advice,
        String complaint,
        Supplier<@Nullable String> correlation) {

    private static final Pattern ITEM = Pattern.compile("/items/([a-z0-9-]{1,60})(?:[/?].*)?");

    /** Key of the item the page is about, as far as its address says so. */
    public @Nullable String seenItem() {
        Matcher matcher = ITEM.matcher(path);
        return matcher.matches() ? matcher.group(1) : null;
    }

    public boolean isCitizen() {
        return caller instanceof Caller.Citizen;
    }

    public boolean isOfficial() {
        return caller instanceof Caller.Official;
    }

    /** Number to read out to whoever helps; null where nothing went wrong. Known only when the page is drawn. */
    public @Nullable String trouble() {
        return correlation.get();
    }

    /** Masked for citizens: others may look over one's shoulder. */
    public String displayName() {
        return name.get();
    }
}
