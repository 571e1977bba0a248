package org.haina.processes;

import java.util.List;
import org.haina.processes.ItemLimits.Period;
import org.jspecify.annotations.Nullable;

/** What an item says of the time after its grant: who may read of it, how it is renewed, when it is looked into. */
public final class AfterGrant {

    private AfterGrant() {}

    /**
     * What everybody may read of a grant of the item (licence law 5 and 40), besides decision, holder, organ and days: answers of the form by
     * field, each among the promoted ones. The holder's name is masked where the holder is a person, whatever stands here.
     *
     * @param fields given exactly where grants are published
     * @param withheld why grants of the item are not published at all (secrets of the state or of trade, privacy); absent: they are
     */
    public record Publication(@Nullable List<String> fields, @Nullable String withheld) {

        public Publication {
            fields = fields == null ? null : List.copyOf(fields);
        }

        /** What is published beside what every grant shows; nothing where it is withheld. */
        public List<String> answers() {
            return fields == null ? List.of() : fields;
        }

        /** False if grants are withheld. */
        public boolean publishes() {
            return fields != null;
        }
    }

    /**
     * 延续: which licences an item renews, and in which days before the last one that may be asked.
     *
     * @param item key of the item that grants them
     * @param opens natural days before the last day of the licence on which it may be asked for the first time
     * @param asked natural days before that day until which the law protects who asks (licence law 50: thirty, unless other law says otherwise)
     */
    public record Renewal(String item, int opens, int asked) {}

    /**
     * 年度检查: every licence of the item is looked into once a year (licence law 61).
     *
     * @param month 1 to 12, in which it is opened
     * @param day 1 to 28
     * @param limit within which the organ looks into it
     * @param rectification within which the holder puts right what was found
     */
    public record YearlyCheck(int month, int day, Period limit, Period rectification) {}
}
