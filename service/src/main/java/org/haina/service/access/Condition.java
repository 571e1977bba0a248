package org.haina.service.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A condition on a case, evaluated on an object or rendered as SQL: written once, so that the two cannot differ. */
sealed interface Condition {

    Condition NEVER = new Any(List.of());
    Condition ALWAYS = new All(List.of());

    boolean holds(CaseScope scope);

    String sql(String alias, Map<String, Object> parameters);

    static Condition any(Condition... parts) {
        return new Any(Arrays.asList(parts));
    }

    static Condition all(Condition... parts) {
        return new All(Arrays.asList(parts));
    }

    default SqlPredicate sql(String alias) {
        Map<String, Object> parameters = new HashMap<>();
        String text = sql(alias, parameters);
        return new SqlPredicate("(" + text + ")", parameters);
    }

    /** The columns a table must have to be filtered. */
    enum Column {
        DISTRICT("district", scope -> Optional.of(scope.district().code())),
        ORG("org", scope -> Optional.of(scope.org())),
        ITEM("item_key", scope -> Optional.of(scope.item().value())),
        APPLICANT("applicant_id", scope -> Optional.of(scope.applicant().value())),
        AGENT("agent_id", scope -> scope.agent().map(agent -> agent.value())),
        FILED_BY("filed_by", scope -> Optional.of(scope.filedBy())),
        SUPERVISED("supervised", scope -> Optional.of(scope.supervised()));

        private final String name;
        private final Function<CaseScope, Optional<?>> value;

        Column(String name, Function<CaseScope, Optional<?>> value) {
            this.name = name;
            this.value = value;
        }
    }

    /** The column has this value; false where it has none. */
    record Equal(Column column, Object value) implements Condition {

        @Override
        public boolean holds(CaseScope scope) {
            return column.value.apply(scope).filter(value::equals).isPresent();
        }

        @Override
        public String sql(String alias, Map<String, Object> parameters) {
            String parameter = "visible_" + parameters.size();
            parameters.put(parameter, value);
            return alias + "." + column.name + " = :" + parameter;
        }
    }

    /** An organ beside the one in charge has a part in the case. */
    record TakesPart(String org) implements Condition {

        @Override
        public boolean holds(CaseScope scope) {
            return scope.participants().contains(org);
        }

        @Override
        public String sql(String alias, Map<String, Object> parameters) {
            String parameter = "visible_" + parameters.size();
            parameters.put(parameter, org);
            return alias + ".participants @> array[cast(:" + parameter + " as text)]";
        }
    }

    /** The official had no hand in what the case is about. */
    record NotBarred(String account) implements Condition {

        @Override
        public boolean holds(CaseScope scope) {
            return !scope.barred().contains(account);
        }

        @Override
        public String sql(String alias, Map<String, Object> parameters) {
            String parameter = "visible_" + parameters.size();
            parameters.put(parameter, account);
            return "not " + alias + ".barred @> array[cast(:" + parameter + " as text)]";
        }
    }

    /** At least one part holds; never, if there is none. */
    record Any(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(CaseScope scope) {
            return parts.stream().anyMatch(part -> part.holds(scope));
        }

        @Override
        public String sql(String alias, Map<String, Object> parameters) {
            return joined(parts, alias, parameters, " or ", "false");
        }
    }

    /** All parts hold; always, if there is none. */
    record All(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(CaseScope scope) {
            return parts.stream().allMatch(part -> part.holds(scope));
        }

        @Override
        public String sql(String alias, Map<String, Object> parameters) {
            return joined(parts, alias, parameters, " and ", "true");
        }
    }

    private static String joined(
            List<Condition> parts, String alias, Map<String, Object> parameters, String word, String none) {
        return parts.isEmpty()
                ? none
                : parts.stream().map(part -> part.sql(alias, parameters)).collect(Collectors.joining(word, "(", ")"));
    }
}
