package org.haina.service.catalog;

import java.util.Set;

/** How far a version of an item has come on its way from an author's folder to the public. */
public enum VersionState {
    /** There, and not offered. */
    DRAFT("草稿"),
    /** The doctor has found nothing. */
    CHECKED("已检查"),
    /** New applications are filed under it; one version of an item at most. */
    PUBLISHED("受理中"),
    /** Takes no application; open cases go on under it. */
    RETIRED("已停用");

    private final String label;

    VersionState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a person may bring a version from here to there; a retired one comes back by being checked anew. */
    public boolean mayBecome(VersionState next) {
        return switch (this) {
            case DRAFT -> Set.of(CHECKED, RETIRED).contains(next);
            case CHECKED -> next != this || next == CHECKED;
            case PUBLISHED -> next == RETIRED;
            case RETIRED -> next == CHECKED;
        };
    }
}
