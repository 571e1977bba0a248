package org.haina.certificates;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type of licence (证照类型) that the e-licence store does not know by itself: the item that issues it says what it is.
 *
 * @param key our name of it, used as {@code licence:KEY} by items and forms
 * @param title Chinese name, at most 60 characters
 * @param surface what stands on its face (照面信息), in the order of the store's standard
 */
public record DeclaredType(String key, String title, List<FaceField> surface) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern ELEMENT = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");

    /** A field on the face: our name, the name in the store's metadata, and the Chinese label. */
    public record FaceField(String key, String element, String label) {
        public FaceField {
            require(matches(FIELD, key), "licenceType.surface.key is a field's name such as issuedOn");
            require(matches(ELEMENT, element), "licenceType.surface.element is a name such as FZRQ");
            require(isText(label, 30), "licenceType.surface.label is missing or too long");
        }
    }

    public DeclaredType {
        require(matches(KEY, key), "licenceType.key is a name such as tutor-card");
        require(isText(title, 60), "licenceType.title is missing or too long");
        require(surface != null && !surface.isEmpty(), "licenceType.surface is missing");
        surface = List.copyOf(surface);
        Set<String> names = new HashSet<>();
        for (FaceField field : surface) {
            require(names.add(field.key()), "licenceType.surface has " + field.key() + " twice");
            require(names.add(field.element()), "licenceType.surface has " + field.element() + " twice");
        }
    }

    private static boolean matches(Pattern form, @Nullable String word) {
        return word != null && form.matcher(word).matches();
    }

    private static boolean isText(@Nullable String words, int longest) {
        return words != null && !words.isBlank() && words.length() <= longest;
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("certificate.yaml: " + rule);
        }
    }
}
