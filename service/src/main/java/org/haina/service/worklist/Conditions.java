package org.haina.service.worklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haina.service.access.Caller.Official;

/** The list's condition: own district, organ and roles always, then what the filter says. Values are parameters, always. */
final class Conditions {

    private Conditions() {}

    static String text(WorkItemFilter filter) {
        String tab =
                switch (filter.tab()) {
                    case UNCLAIMED -> " and claimed_by is null";
                    case MINE -> " and claimed_by = :account";
                    case ALL -> "";
                };
        return "closed_at is null and district = :district and org = :org and role in (:roles)"
                + " and not barred @> array[cast(:account as text)]"
                + tab
                + (filter.item().isPresent() ? " and item_key = :item" : "")
                + (filter.text().isPresent() ? " and case_number like :text" : "");
    }

    static Map<String, Object> of(Official official, WorkItemFilter filter) {
        Map<String, Object> values = new HashMap<>();
        values.put("district", official.district().code());
        values.put("org", official.org());
        values.put("roles", roles(official, filter));
        values.put("account", official.account());
        filter.item().ifPresent(item -> values.put("item", item.value()));
        filter.text().ifPresent(text -> values.put("text", text.replaceAll("[^0-9A-Z]", "") + "%"));
        return values;
    }

    private static List<String> roles(Official official, WorkItemFilter filter) {
        List<String> own = official.roles().stream()
                .filter(role -> filter.role().isEmpty() || filter.role().get() == role)
                .map(Enum::name)
                .toList();
        return own.isEmpty() ? List.of("NONE") : own;
    }
}
