package org.haina.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haina.certificates.printing.Bindings;
import org.haina.certificates.printing.DocumentTemplate;
import org.jspecify.annotations.Nullable;

/**
 * What a service item issues, as {@code certificate.yaml} says it.
 *
 * @param type licence type code (证照类型代码): USCC of the defining organ and three digits
 * @param licenceType what that type is, if the e-licence store does not know it; null if it does, or another item says it
 * @param template file name of the HTML template, in the folder of the definition
 * @param number where the printed number comes from
 * @param bind for each path of the template, the path in the data of the case
 * @param surface the face of the licence (照面信息): for each name that the licence store's type has, a path of {@code bind}
 * @param validity how long the licence holds
 * @param signer name of the signing key
 * @param publicFields paths of {@code bind} that anybody may see when verifying
 */
public record CertificateDefinition(
        String type,
        @Nullable DeclaredType licenceType,
        String template,
        CertificateNumber number,
        Map<String, String> bind,
        Map<String, String> surface,
        Validity validity,
        String signer,
        List<String> publicFields) {
    private static final Pattern TYPE = Pattern.compile("[0-9A-Z]{18}[0-9]{3}");
    private static final Pattern TEMPLATE = Pattern.compile("[a-z][a-z0-9-]*\\.html");

    public CertificateDefinition {
        present("type", type);
        present("template", template);
        present("number", number);
        present("bind", bind);
        present("surface", surface);
        present("validity", validity);
        present("signer", signer);
        present("publicFields", publicFields);
        require(TYPE.matcher(type).matches(), "type is 18 characters of a USCC and three digits");
        require(TEMPLATE.matcher(template).matches(), "template is a file name ending in .html");
        require(!bind.isEmpty() && !signer.isBlank(), "bind and signer are required");
        require(!validity.carried() || number.carried() != null, "validity is carried only where the number is");
        require(bind.keySet().containsAll(surface.values()), "surface names only keys of bind");
        require(bind.keySet().containsAll(publicFields), "publicFields names only keys of bind");
        bind = Map.copyOf(bind);
        surface = Map.copyOf(surface);
        publicFields = List.copyOf(publicFields);
    }

    /** True if it amends a licence that goes on: whoever holds none of that number can be given none. */
    public boolean amends() {
        return validity.carried();
    }

    /**
     * Reads a definition; unknown and missing keys fail.
     *
     * @throws IllegalArgumentException saying which key is wrong
     */
    public static CertificateDefinition parse(String yaml) {
        return StrictYaml.read(yaml, CertificateDefinition.class);
    }

    /**
     * What the template is filled with: each value of {@code bind} looked up in the data of the case. Absent data stays
     * absent, so that printing refuses and names it.
     */
    public Bindings bindings(Bindings data) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        bind.forEach((path, source) -> {
            JsonNode value = data.at(source);
            if (!value.isMissingNode()) {
                place(root, path, value);
            }
        });
        return new Bindings(root);
    }

    /**
     * Checks that template and {@code bind} name the same paths. A list is bound as a whole; what its items hold is the
     * data's, and printing names what is missing.
     *
     * @throws IllegalArgumentException when the template reads a path that is not bound, or the reverse
     */
    public void requireFits(DocumentTemplate html) {
        Set<String> unbound = unbound(html);
        Set<String> unread = unread(html);
        require(
                unbound.isEmpty() && unread.isEmpty(),
                template + " reads " + unbound + ", which is not bound; bound and not read are " + unread);
    }

    /** What the template reads and {@code bind} does not name. */
    public Set<String> unbound(DocumentTemplate html) {
        Set<String> paths = read(html);
        paths.removeAll(bind.keySet());
        return paths;
    }

    /** What {@code bind} names and the template does not read. */
    public Set<String> unread(DocumentTemplate html) {
        Set<String> paths = new TreeSet<>(bind.keySet());
        paths.removeAll(read(html));
        return paths;
    }

    private static Set<String> read(DocumentTemplate html) {
        return html.bindings().stream()
                .filter(path -> !path.contains("[]"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void place(ObjectNode root, String path, JsonNode value) {
        ObjectNode node = root;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            node = node.withObjectProperty(names[i]);
        }
        node.set(names[names.length - 1], value);
    }

    private static void present(String key, @Nullable Object value) {
        require(value != null, key + " is missing");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("certificate.yaml: " + rule);
        }
    }
}
