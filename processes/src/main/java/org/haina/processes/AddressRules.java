package org.haina.processes;

import java.util.List;
import java.util.regex.Pattern;
import org.haina.processes.ItemDefinition.Phone;
import org.haina.processes.ItemDefinition.PhoneKind;

/** Where an applicant may go and whom to call. */
final class AddressRules {

    private static final Pattern DISTRICT = Pattern.compile("\\d{6}");
    private static final Pattern PHONE = Pattern.compile("[0-9][0-9-]{3,18}[0-9]");

    private AddressRules() {}

    static void places(ItemDefinition item, Problems problems) {
        item.places().forEach(place -> problems.unlessMatches("places.district", place.district(), DISTRICT));
    }

    static void phones(ItemDefinition item, Problems problems) {
        for (Phone phone : item.phones()) {
            problems.unlessMatches("phones.number", phone.number(), PHONE);
            if (phone.district() != null) {
                problems.unlessMatches("phones.district", phone.district(), DISTRICT);
            }
        }
        List<String> complaints = numbers(item, PhoneKind.COMPLAINT);
        problems.unless(!complaints.isEmpty(), "phones: a number for complaints is missing");
        problems.unless(
                numbers(item, PhoneKind.CONSULTATION).stream().noneMatch(complaints::contains),
                "phones: consultation and complaint must not share a number");
    }

    private static List<String> numbers(ItemDefinition item, PhoneKind kind) {
        return item.phones().stream()
                .filter(phone -> phone.kind() == kind)
                .map(Phone::number)
                .toList();
    }
}
