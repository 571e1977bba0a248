package org.haina.processes;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.haina.processes.AfterGrant.Publication;
import org.haina.processes.ItemDefinition.Material;
import org.haina.processes.ItemDefinition.Shape;

/** Formats and rules between an item's values; each tells the path and the reason of what it finds. */
final class ItemRules {
    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}");
    private static final Pattern KEYWORD = Pattern.compile("[\\p{IsHan}a-z0-9]{2,20}");
    private static final Pattern USCC = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
    private static final Pattern BASIC_CODE = Pattern.compile("\\d{12}");
    private static final Pattern SOURCE =
            Pattern.compile("upload|commitment|licence:[a-z][a-z0-9-]*|register:[a-z][a-z0-9-]*");
    private static final Set<String> FILE_TYPES = Set.of("pdf", "jpg", "png");

    private static final List<BiConsumer<ItemDefinition, Problems>> RULES = List.of(
            ItemRules::names,
            ItemRules::keywords,
            ItemRules::codes,
            ItemRules::contents,
            GuardianRules::check,
            LimitRules::window,
            ItemRules::materials,
            LimitRules::limits,
            CommitmentRules::check,
            DeferralRules::check,
            ItemRules::publication,
            CheckRules::check,
            TenureRules::check,
            HandlingRules::check,
            LimitRules::mode,
            ItemRules::fee,
            ItemRules::roles,
            AddressRules::places,
            AddressRules::phones);

    private ItemRules() {}

    static List<String> problemsOf(ItemDefinition item) {
        Problems problems = new Problems();
        RULES.forEach(rule -> rule.accept(item, problems));
        return problems.all();
    }

    private static void names(ItemDefinition item, Problems problems) {
        problems.unlessMatches("key", item.key(), KEY);
        problems.unlessMatches("area", item.area(), KEY);
        problems.unlessMatches("version", item.version(), VERSION);
        problems.unlessMatches("clockPolicy", item.clockPolicy(), KEY);
        problems.unlessMatches("forms.apply", item.forms().apply(), KEY);
        problems.unlessMatches("forms.correct", item.forms().correct(), KEY);
        if (item.certificate() != null) {
            problems.unlessMatches("certificate", item.certificate(), KEY);
        }
    }

    /** One character alone would find the item under nearly every question. */
    private static void keywords(ItemDefinition item, Problems problems) {
        List<String> words = item.alsoCalled();
        problems.unless(words.size() <= 20, "keywords: more than 20");
        problems.unlessDistinct("keywords", words);
        words.forEach(word -> problems.unlessMatches("keywords", word, KEYWORD));
    }

    /** The longer codes contain the shorter ones: 31 = USCC + level + basic, 33 = 31 + two digits. */
    private static void codes(ItemDefinition item, Problems problems) {
        ItemDefinition.Codes codes = item.codes();
        problems.unlessMatches("codes.basic", codes.basic(), BASIC_CODE);
        problems.unlessMatches("authority.uscc", item.authority().uscc(), USCC);
        problems.unlessBetween("authority.level", item.authority().level(), 1, 7);
        String implementation = item.authority().uscc() + item.authority().level() + codes.basic();
        problems.unless(
                codes.implementation().equals(implementation),
                "codes.implementation: must be " + implementation + " (authority, level, basic code)");
        problems.unless(
                codes.handling().matches(Pattern.quote(codes.implementation()) + "\\d{2}"),
                "codes.handling: must be the implementation code and two digits");
    }

    private static void contents(ItemDefinition item, Problems problems) {
        problems.unless(!item.legalBasis().isEmpty(), "legalBasis: an item needs a basis in law");
        problems.unless(!item.applicants().isEmpty(), "applicants: somebody must be able to apply");
        problems.unless(!item.channels().isEmpty(), "channels: at least one");
        problems.unless(
                item.shape() != Shape.LICENCE || !item.faqs().isEmpty(),
                "faqs: a licence item answers at least one question");
        problems.unlessDistinct(
                "materials", item.materials().stream().map(Material::key).toList());
        problems.unlessDistinct(
                "checks",
                item.checks().stream().map(c -> c.register() + "/" + c.query()).toList());
        problems.unlessDistinct("promoted", item.promoted());
    }

    /** Only grants are published; lists show the promoted answers, so what is not fit for a list is not fit for everybody. */
    private static void publication(ItemDefinition item, Problems problems) {
        Publication publication = item.publication();
        if (publication == null) {
            return;
        }
        problems.unless(
                item.shape() == Shape.LICENCE || item.shape() == Shape.ADMISSION,
                "publication: a " + item.shape().matter() + " grants nothing that is published");
        String withheld = publication.withheld();
        problems.unless(
                publication.publishes() == (withheld == null),
                "publication.fields: given exactly where nothing is withheld");
        problems.unless(withheld == null || !withheld.isBlank(), "publication.withheld: a reason");
        problems.unlessDistinct("publication.fields", publication.answers());
        publication.answers().stream()
                .filter(field -> !item.promoted().contains(field))
                .forEach(field -> problems.unless(false, "publication.fields: " + field + " is not promoted"));
    }

    private static void materials(ItemDefinition item, Problems problems) {
        for (int i = 0; i < item.materials().size(); i++) {
            Material material = item.materials().get(i);
            String at = "materials[" + i + "].";
            problems.unlessMatches(at + "key", material.key(), KEY);
            problems.unlessBetween(at + "maxMb", material.maxMb(), 1, 20);
            ItemDefinition.Pixels pixels = material.pixels();
            if (pixels != null) {
                problems.unlessBetween(at + "pixels.width", pixels.width(), 1, 5000);
                problems.unlessBetween(at + "pixels.height", pixels.height(), 1, 5000);
            }
            problems.unless(!material.sources().isEmpty(), at + "sources: at least one");
            material.sources().forEach(source -> problems.unlessMatches(at + "sources", source, SOURCE));
            problems.unless(
                    FILE_TYPES.containsAll(material.types()),
                    at + "types: only " + FILE_TYPES.stream().sorted().toList());
            problems.unless(
                    material.sources().contains("upload") == !material.types().isEmpty(),
                    at + "types: given exactly when it can be uploaded");
        }
    }

    private static void fee(ItemDefinition item, Problems problems) {
        problems.unless(
                item.fee().charged() ? item.fee().fen() > 0 : item.fee().fen() == 0,
                "fee.fen: above 0 exactly when charged");
    }

    private static void roles(ItemDefinition item, Problems problems) {
        item.roles()
                .forEach(role -> problems.unless(
                        RoleNames.ALL.contains(role.key()), "roles: " + role.key() + " is not a known role"));
        problems.unlessDistinct(
                "roles", item.roles().stream().map(ItemDefinition.Role::key).toList());
    }
}
