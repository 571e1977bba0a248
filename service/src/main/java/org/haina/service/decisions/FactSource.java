package org.haina.service.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haina.integrations.registers.Answer;

/** One place a fact may come from, as {@code facts.yaml} words it. */
sealed interface FactSource {

    Pattern FORM = Pattern.compile("form (\\w+)");
    Pattern AMONG = Pattern.compile("form (\\w+) among ([\\w;-]+)");
    Pattern REGISTER = Pattern.compile("register ([\\w-]+/[\\w-]+) (\\w+)");
    Pattern FINDING = Pattern.compile("finding ([\\w-]+/[\\w-]+)");
    Pattern AGE = Pattern.compile("age months (\\w+)");
    Pattern TABLE = Pattern.compile("table ([a-z][a-z0-9-]*)");
    Pattern MONTH = Pattern.compile("year and month (\\w+)");

    Optional<Object> value(CaseFacts facts);

    /** @throws IllegalArgumentException if the words are none of those known */
    static FactSource parse(String words) {
        if (words.equals("filing day")) {
            return new FilingDay();
        }
        Matcher m;
        if ((m = AMONG.matcher(words)).matches()) {
            return new Among(m.group(1), Set.of(m.group(2).split(";", -1)));
        }
        if ((m = FORM.matcher(words)).matches()) {
            return new FormField(m.group(1));
        }
        if ((m = REGISTER.matcher(words)).matches()) {
            return new RegisterField(m.group(1), m.group(2));
        }
        if ((m = FINDING.matcher(words)).matches()) {
            return new RegisterFinding(m.group(1));
        }
        if ((m = AGE.matcher(words)).matches()) {
            return new AgeMonths(m.group(1));
        }
        if ((m = MONTH.matcher(words)).matches()) {
            return new YearAndMonth(m.group(1));
        }
        if ((m = TABLE.matcher(words)).matches()) {
            return new Table(m.group(1));
        }
        throw new IllegalArgumentException("Not a source of facts: " + words);
    }

    record FormField(String field) implements FactSource {
        @Override
        public Optional<Object> value(CaseFacts facts) {
            return text(facts.form().path(field)).map(Object.class::cast);
        }
    }

    record Among(String field, Set<String> values) implements FactSource {
        @Override
        public Optional<Object> value(CaseFacts facts) {
            return text(facts.form().path(field)).map(values::contains);
        }
    }

    record RegisterField(String check, String field) implements FactSource {
        @Override
        public Optional<Object> value(CaseFacts facts) {
            return facts.answer(check)
                    .flatMap(a -> text(a.fields().path(field)))
                    .map(Object.class::cast);
        }
    }

    record RegisterFinding(String check) implements FactSource {
        @Override
        public Optional<Object> value(CaseFacts facts) {
            return facts.answer(check).map(Answer::finding).map(f -> f.key());
        }
    }

    record FilingDay() implements FactSource {
        @Override
        public Optional<Object> value(CaseFacts facts) {
            return Optional.of(facts.filedOn().toString());
        }
    }

    record AgeMonths(String field) implements FactSource {
        @Override
        public Optional<Object> value(CaseFacts facts) {
            return date(facts.form().path(field))
                    .map(born -> (int) Period.between(born, facts.filedOn()).toTotalMonths());
        }
    }

    record YearAndMonth(String field) implements FactSource {
        @Override
        public Optional<Object> value(CaseFacts facts) {
            return date(facts.form().path(field)).map(d -> d.getYear() * 100 + d.getMonthValue());
        }
    }

    /** A table that several items share; it is asked by {@link FactSheet#collect}, after all other sources. */
    record Table(String key) implements FactSource {
        @Override
        public Optional<Object> value(CaseFacts facts) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static Optional<LocalDate> date(JsonNode node) {
        return text(node).map(LocalDate::parse);
    }
}
