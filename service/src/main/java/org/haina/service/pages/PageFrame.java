package org.haina.service.pages;

import java.util.function.Supplier;
import org.haina.service.access.Caller;

/**
 * What a layout shows around any page. The name is looked up only if a page is really drawn.
 *
 * @param path of this page with its query, to return to; always begins with one slash
 * @param elder 关怀版 is on
 * @param demo everything here is made up, and pages say so
 */
record PageFrame(
        Caller caller, Supplier<String> name, String path, boolean elder, boolean demo, String site, String helpPhone) {

    public boolean isCitizen() {
        return caller instanceof Caller.Citizen;
    }

    public boolean isOfficial() {
        return caller instanceof Caller.Official;
    }

    /** Masked for citizens: others may look over one's shoulder. */
    public String displayName() {
        return name.get();
    }
}
