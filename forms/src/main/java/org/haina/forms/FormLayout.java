package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a form is asked: pages in order, each with its questions in order, in words for people. */
public record FormLayout(List<Page> pages) {

    public Stream<Question> questions() {
        return pages.stream().flatMap(page -> page.questions().stream());
    }

    /** @throws IllegalArgumentException if there is no such page */
    public Page page(String key) {
        return pages.stream()
                .filter(page -> page.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No page " + key));
    }

    /** The same words in Simplified Chinese and English. */
    public record Text(String zh, String en) {}

    /**
     * One theme on one screen.
     *
     * @param formal the title on officials' pages, where the title itself speaks to the applicant
     */
    public record Page(String key, Text title, @Nullable Text formal, @Nullable Text intro, List<Question> questions) {

        /** What officials call it. */
        public String formalTitle() {
            return formal == null ? title.zh() : formal.zh();
        }
    }

    /**
     * @param field property of the schema; for {@link Widget#isFile() file widgets} the key of a material of the item, whose
     *     file travels beside the data and never inside it
     * @param formal the label in letters and on officials' pages, where the label itself speaks to the applicant
     * @param when the condition under which the question is asked; always, if null
     * @param prefill {@code citizen.<claim>}, {@code organisation.<field>} or {@code licence:<type>.<field>}; where a first answer comes from
     * @param fixed the answer cannot be changed once it is prefilled (identity)
     * @param agreesWith field with an identity number that this birth date or sex must agree with
     * @param after field with an earlier date that this date must be later than
     * @param options choices of radio, checkbox and select, in order
     * @param error what is expected, shown when the answer does not match the schema's pattern
     */
    public record Question(
            String field,
            Widget widget,
            Text label,
            @Nullable Text formal,
            @Nullable Text help,
            @Nullable When when,
            @Nullable String prefill,
            boolean fixed,
            @Nullable String agreesWith,
            @Nullable String after,
            List<Option> options,
            @Nullable Text error,
            Answer answer) {

        /** What letters and officials call it. */
        public String formalLabel() {
            return formal == null ? label.zh() : formal.zh();
        }

        public boolean required() {
            return answer.required();
        }

        /** The label of a choice; the code itself where there is none. */
        public String labelOf(String code) {
            return options.stream()
                    .filter(option -> option.value().equals(code))
                    .map(option -> option.label().zh())
                    .findFirst()
                    .orElse(code);
        }
    }

    /** What the schema says about an answer; {@code maxLength} in characters, 0 where it has no meaning. */
    public record Answer(Type type, boolean required, boolean secret, int maxLength, @Nullable String format) {}

    public record Option(String value, Text label, @Nullable Text help) {}

    /** The only conditionality a form knows: an earlier question has one of these answers. */
    public record When(String field, Set<String> answers) {
        boolean holds(@Nullable JsonNode answer) {
            if (answer == null) return false;
            if (!answer.isArray()) return answers.contains(answer.asText());
            for (JsonNode one : answer) if (answers.contains(one.asText())) return true;
            return false;
        }
    }

    /** JSON type of an answer; a list holds texts; a file is no part of the data. */
    public enum Type {
        TEXT,
        INTEGER,
        NUMBER,
        BOOLEAN,
        LIST,
        FILE
    }

    /** How a question looks; {@link #word()} is its name in a layout. */
    public enum Widget {
        TEXT("text"),
        TEXTAREA("textarea"),
        RADIO("radio"),
        CHECKBOX("checkbox"),
        SELECT("select"),
        DATE("date"),
        /** Three boxes named {@code field.year}, {@code field.month}, {@code field.day}. */
        BIRTHDATE("birthdate"),
        PHONE("phone"),
        ID_NUMBER("idNumber"),
        /** One box to tick, which must be ticked if required. */
        DECLARATION("declaration"),
        REGION("region"),
        SCHOOL("school"),
        PHOTO("photo"),
        MATERIAL("material");

        private final String word;

        Widget(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean isFile() {
            return this == PHOTO || this == MATERIAL;
        }

        public boolean hasOptions() {
            return this == RADIO || this == SELECT || this == REGION;
        }

        static Optional<Widget> named(String word) {
            return Arrays.stream(values())
                    .filter(widget -> widget.word.equals(word))
                    .findFirst();
        }
    }
}
