package org.haina.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.haina.processes.ItemDefinition.DecisionLimit;
import org.haina.processes.ItemDefinition.Material;
import org.haina.processes.ItemDefinition.Mode;
import org.haina.processes.ItemDefinition.Period;
import org.haina.processes.ItemDefinition.Phone;
import org.haina.processes.ItemDefinition.PhoneKind;
import org.haina.processes.ItemDefinition.Round;
import org.haina.processes.ItemDefinition.Shape;

/** Formats and rules between an item's values; each returns the path and the reason of what it finds. */
final class ItemRules {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}");
    private static final Pattern USCC = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
    private static final Pattern BASIC_CODE = Pattern.compile("\\d{12}");
    private static final Pattern DISTRICT = Pattern.compile("\\d{6}");
    private static final Pattern PHONE = Pattern.compile("[0-9][0-9-]{3,18}[0-9]");
    private static final Pattern SOURCE = Pattern.compile("upload|licence:[a-z][a-z0-9-]*|register:[a-z][a-z0-9-]*");
    private static final Set<String> FILE_TYPES = Set.of("pdf", "jpg", "png");

    private static final List<Function<ItemDefinition, List<String>>> RULES = List.of(
            ItemRules::names,
            ItemRules::codes,
            ItemRules::contents,
            ItemRules::window,
            ItemRules::materials,
            ItemRules::limits,
            ItemRules::mode,
            ItemRules::fee,
            ItemRules::roles,
            ItemRules::places,
            ItemRules::phones);

    private ItemRules() {}

    static List<String> problemsOf(ItemDefinition item) {
        return RULES.stream().flatMap(rule -> rule.apply(item).stream()).toList();
    }

    private static List<String> names(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        matches(problems, "key", item.key(), KEY);
        matches(problems, "area", item.area(), KEY);
        matches(problems, "version", item.version(), VERSION);
        matches(problems, "clockPolicy", item.clockPolicy(), KEY);
        matches(problems, "forms.apply", item.forms().apply(), KEY);
        matches(problems, "forms.correct", item.forms().correct(), KEY);
        if (item.certificate() != null) {
            matches(problems, "certificate", item.certificate(), KEY);
        }
        return problems;
    }

    /** The longer codes contain the shorter ones: 31 = USCC + level + basic, 33 = 31 + two digits. */
    private static List<String> codes(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        ItemDefinition.Codes codes = item.codes();
        matches(problems, "codes.basic", codes.basic(), BASIC_CODE);
        matches(problems, "authority.uscc", item.authority().uscc(), USCC);
        between(problems, "authority.level", item.authority().level(), 1, 7);
        String implementation = item.authority().uscc() + item.authority().level() + codes.basic();
        check(
                problems,
                codes.implementation().equals(implementation),
                "codes.implementation: must be " + implementation + " (authority, level, basic code)");
        check(
                problems,
                codes.handling().matches(Pattern.quote(codes.implementation()) + "\\d{2}"),
                "codes.handling: must be the implementation code and two digits");
        return problems;
    }

    private static List<String> contents(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        check(problems, !item.legalBasis().isEmpty(), "legalBasis: an item needs a basis in law");
        check(problems, !item.applicants().isEmpty(), "applicants: somebody must be able to apply");
        check(problems, !item.channels().isEmpty(), "channels: at least one");
        check(
                problems,
                item.shape() != Shape.LICENCE || !item.faqs().isEmpty(),
                "faqs: a licence item answers at least one question");
        distinct(
                problems,
                "materials",
                item.materials().stream().map(Material::key).toList());
        distinct(
                problems,
                "checks",
                item.checks().stream().map(c -> c.register() + "/" + c.query()).toList());
        distinct(problems, "promoted", item.promoted());
        return problems;
    }

    private static List<String> window(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        if (item.window() == null) {
            return problems;
        }
        List<Round> rounds = item.window().rounds();
        check(problems, !rounds.isEmpty(), "window.rounds: at least one round");
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            check(
                    problems,
                    !round.closes().isBefore(round.opens()),
                    "window.rounds[" + i + "].closes: before it opens");
            check(
                    problems,
                    i == 0 || round.opens().isAfter(rounds.get(i - 1).closes()),
                    "window.rounds[" + i + "].opens: not after the round before it closed");
        }
        return problems;
    }

    private static List<String> materials(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < item.materials().size(); i++) {
            Material material = item.materials().get(i);
            String at = "materials[" + i + "].";
            matches(problems, at + "key", material.key(), KEY);
            between(problems, at + "maxMb", material.maxMb(), 1, 20);
            check(problems, !material.sources().isEmpty(), at + "sources: at least one");
            material.sources().forEach(source -> matches(problems, at + "sources", source, SOURCE));
            check(
                    problems,
                    FILE_TYPES.containsAll(material.types()),
                    at + "types: only " + FILE_TYPES.stream().sorted().toList());
            check(
                    problems,
                    material.sources().contains("upload") == !material.types().isEmpty(),
                    at + "types: given exactly when it can be uploaded");
        }
        return problems;
    }

    private static List<String> limits(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        DecisionLimit decision = item.limits().decision();
        period(problems, "limits.notice", item.limits().notice());
        between(problems, "limits.decision.statutory", decision.statutory(), 1, 366);
        between(problems, "limits.decision.promised", decision.promised(), 0, decision.statutory());
        check(
                problems,
                decision.from() != ItemDefinition.From.WINDOW_END || item.window() != null,
                "limits.decision.from: windowEnd without a window");
        check(
                problems,
                decision.includesDelivery() == (item.limits().delivery() == null),
                "limits.delivery: given exactly when the decision's limit does not include it");
        if (item.limits().delivery() != null) {
            period(problems, "limits.delivery", item.limits().delivery());
        }
        return problems;
    }

    private static List<String> mode(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        check(
                problems,
                (item.mode() == Mode.INSTANT) == (item.limits().decision().promised() == 0),
                "mode: instant exactly when limits.decision.promised is 0");
        return problems;
    }

    private static List<String> fee(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        check(
                problems,
                item.fee().charged() ? item.fee().fen() > 0 : item.fee().fen() == 0,
                "fee.fen: above 0 exactly when charged");
        return problems;
    }

    private static List<String> roles(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        item.roles()
                .forEach(role -> check(
                        problems, RoleNames.ALL.contains(role.key()), "roles: " + role.key() + " is not a known role"));
        distinct(
                problems,
                "roles",
                item.roles().stream().map(ItemDefinition.Role::key).toList());
        return problems;
    }

    private static List<String> places(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        item.places().forEach(place -> matches(problems, "places.district", place.district(), DISTRICT));
        return problems;
    }

    private static List<String> phones(ItemDefinition item) {
        List<String> problems = new ArrayList<>();
        for (Phone phone : item.phones()) {
            matches(problems, "phones.number", phone.number(), PHONE);
            if (phone.district() != null) {
                matches(problems, "phones.district", phone.district(), DISTRICT);
            }
        }
        List<String> complaints = numbers(item, PhoneKind.COMPLAINT);
        check(problems, !complaints.isEmpty(), "phones: a number for complaints is missing");
        check(
                problems,
                numbers(item, PhoneKind.CONSULTATION).stream().noneMatch(complaints::contains),
                "phones: consultation and complaint must not share a number");
        return problems;
    }

    private static List<String> numbers(ItemDefinition item, PhoneKind kind) {
        return item.phones().stream()
                .filter(phone -> phone.kind() == kind)
                .map(Phone::number)
                .toList();
    }

    private static void period(List<String> problems, String path, Period period) {
        between(problems, path + ".length", period.length(), 1, 366);
    }

    private static void check(List<String> problems, boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    private static void matches(List<String> problems, String path, String value, Pattern format) {
        check(problems, format.matcher(value).matches(), path + ": \"" + value + "\" does not match " + format);
    }

    private static void between(List<String> problems, String path, int value, int least, int most) {
        check(
                problems,
                value >= least && value <= most,
                path + ": " + value + " is not between " + least + " and " + most);
    }

    private static void distinct(List<String> problems, String path, List<String> values) {
        check(problems, Set.copyOf(values).size() == values.size(), path + ": the same entry twice in " + values);
    }
}
