package org.haina.service.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haina.service.cases.CaseFile;
import org.haina.service.documents.Printing;
import org.springframework.util.MultiValueMap;

/**
 * What an official entered.
 *
 * @param version of the case as the page showed it; -1 if the form did not say
 * @param about id of the {@link Subject} that the page showed; empty if it showed none
 */
record ActInput(Map<String, String> values, int version, String about) {

    ActInput {
        values = Map.copyOf(values);
    }

    static ActInput empty(CaseFile file) {
        return new ActInput(Map.of(), file.version(), "");
    }

    static ActInput of(MultiValueMap<String, String> form, List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.key(), text(form, field.key()).strip()));
        String version = text(form, "version");
        return new ActInput(values, version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1, text(form, "about"));
    }

    private static String text(MultiValueMap<String, String> form, String key) {
        String value = form.getFirst(key);
        return value == null ? "" : value;
    }

    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** What is wrong, by field; every text may come to stand in a document. */
    Map<String, String> complaints(List<Field> fields, Printing printing) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Field field : fields) {
            String complaint = field.complaint(get(field.key()));
            if (complaint.isEmpty()) {
                complaint = printing.complaint(field.label(), get(field.key())).orElse("");
            }
            if (!complaint.isEmpty()) {
                wrong.put(field.key(), complaint);
            }
        }
        return wrong;
    }
}
