package org.haina.service.cases;

/**
 * Whether an official may read what a case holds at this moment.
 *
 * @param refusal why not, and what to do; empty if it may be read
 * @param purpose what it may be read for, as the log keeps it; empty where nothing special is asked
 */
public record Sight(String refusal, String purpose) {

    /** Nothing stands against it. */
    public static final Sight FREE = new Sight("", "");

    public static Sight approvedFor(String purpose) {
        return new Sight("", purpose);
    }

    public static Sight closed(String refusal) {
        return new Sight(refusal, "");
    }

    public boolean isClosed() {
        return !refusal.isEmpty();
    }
}
