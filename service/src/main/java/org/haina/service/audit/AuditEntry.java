package org.haina.service.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * Something to be kept for good. Ids and names of fields only; a free text in which somebody writes an identity number
 * or a mobile number loses it here, since nothing can be taken out of the log later.
 *
 * @param actor who did it: an account, party id, client id or {@code system}
 * @param action what was done, as {@code case.accepted}
 * @param subject what it was done to, as {@code work-item:17}
 * @param caseNumber the case concerned, if any
 * @param detail what else matters, by name
 */
public record AuditEntry(
        String actor, String action, String subject, @Nullable CaseNumber caseNumber, Map<String, String> detail) {

    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(\\d{17}[\\dXx]|1[3-9]\\d{9})(?![0-9A-Za-z])");

    public AuditEntry {
        if (actor.isBlank() || action.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("An audit entry names actor, action and subject");
        }
        TreeMap<String, String> clean = new TreeMap<>();
        detail.forEach((name, value) -> clean.put(name, withoutPersonalNumbers(value)));
        detail = Map.copyOf(clean);
        subject = withoutPersonalNumbers(subject);
    }

    private static String withoutPersonalNumbers(String text) {
        return PERSONAL_NUMBER.matcher(text).replaceAll("***");
    }
}
