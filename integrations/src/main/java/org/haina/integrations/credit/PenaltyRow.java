package org.haina.integrations.credit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haina.integrations.channel.Fields;

/** One row of the published penalties; the names of its fields differ by province and by year of the standard. */
record PenaltyRow(Fields fields) {

    /** Data of lost trust can be searched for five years (上海市社会信用条例). */
    private static final int YEARS = 5;

    /** 0 or nothing: as usual; 2: under objection, 3: something else, of which a person makes what it is. */
    private static final Set<String> STANDING = Set.of("0", "2", "3", "正常", "有效", "公示中", "异议", "其他");

    private static final Set<String> GONE = Set.of("1", "撤销", "已撤销", "修复", "已修复", "终止");
    private static final Set<String> OBJECTED = Set.of("2", "异议");

    /** Whether the row is about this code or number, whichever name its field has. */
    void about(String asked, String... names) {
        var name = Stream.of(names)
                .filter(field -> fields.find(field).isPresent())
                .findFirst()
                .orElse(names[0]);
        fields.about(name, asked);
    }

    /** False if it was annulled or repaired, its publication has ended, or it is older than what may be searched. */
    boolean counts(LocalDate today) {
        return stands()
                && decidedOn().isAfter(today.minusYears(YEARS))
                && shownUntil().filter(last -> last.isBefore(today)).isEmpty();
    }

    /** A state that nobody has agreed upon is not guessed: a person looks. */
    private boolean stands() {
        var state = state();
        if (!STANDING.contains(state) && !GONE.contains(state)) {
            throw fields.malformed("CF_ZT");
        }
        return STANDING.contains(state);
    }

    private String state() {
        return either("CF_ZT", "ZT").orElse("0");
    }

    private LocalDate decidedOn() {
        return fields.date(fields.find("CF_JDRQ").isPresent() ? "CF_JDRQ" : "CF_CFJDRQ");
    }

    private Optional<LocalDate> shownUntil() {
        return fields.findDate("CF_GSJZQ").or(() -> fields.findDate("CF_GSJZRQ"));
    }

    LostTrust entry() {
        return new LostTrust(
                required("CF_WSH", "CF_JDSWH"),
                required("CF_WFXW", "CF_SY", "CF_CFSY"),
                required("CF_CFJG", "CF_XZJG"),
                decidedOn(),
                shownUntil(),
                OBJECTED.contains(state()));
    }

    private String required(String... names) {
        return either(names).orElseThrow(() -> fields.malformed(names[0]));
    }

    private Optional<String> either(String... names) {
        return Stream.of(names).flatMap(name -> fields.find(name).stream()).findFirst();
    }
}
