package org.haina.service.desk;

import java.util.Locale;
import java.util.Optional;
import org.haina.service.keys.ItemKey;
import org.haina.service.worklist.WorkItemFilter;
import org.haina.service.worklist.WorkItemFilter.Position;
import org.haina.service.worklist.WorkItemFilter.Tab;
import org.springframework.web.util.UriComponentsBuilder;

/** What the address of a list says; whatever it should not say is left out. */
record ListQuery(Tab tab, Optional<ItemKey> item, Optional<String> number, Optional<Position> after) {

    private static final int PAGE = 50;

    static ListQuery of(Optional<String> tab, Optional<String> item, Optional<String> number, Optional<String> after) {
        return new ListQuery(
                tab.flatMap(ListQuery::tab).orElse(Tab.UNCLAIMED),
                item.flatMap(ItemKey::find),
                number.map(text -> text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""))
                        .filter(text -> !text.isEmpty() && text.length() <= 16),
                after.flatMap(Position::parse));
    }

    private static Optional<Tab> tab(String text) {
        for (Tab tab : Tab.values()) {
            if (tab.name().equalsIgnoreCase(text)) {
                return Optional.of(tab);
            }
        }
        return Optional.empty();
    }

    WorkItemFilter filter() {
        return new WorkItemFilter(tab, Optional.empty(), item, number, after, PAGE);
    }

    ListQuery on(Tab other) {
        return new ListQuery(other, item, number, Optional.empty());
    }

    ListQuery of(Optional<ItemKey> other) {
        return new ListQuery(tab, other, number, Optional.empty());
    }

    public ListQuery withoutNumber() {
        return new ListQuery(tab, item, Optional.empty(), Optional.empty());
    }

    ListQuery from(Position place) {
        return new ListQuery(tab, item, number, Optional.of(place));
    }

    public String href() {
        return UriComponentsBuilder.fromPath("/desk")
                .queryParam("tab", tab.name().toLowerCase(Locale.ROOT))
                .queryParamIfPresent("item", item.map(ItemKey::value))
                .queryParamIfPresent("number", number)
                .queryParamIfPresent("after", after.map(Object::toString))
                .encode()
                .toUriString();
    }
}
