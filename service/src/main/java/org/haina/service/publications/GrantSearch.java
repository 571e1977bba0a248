package org.haina.service.publications;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is looked for; what is empty or cannot be meant is left out.
 *
 * @param holder beginning of an organisation's name: persons are not found by name
 * @param document beginning of the number of a decision
 * @param item key
 * @param org code of the organ that decided
 * @param after the last entry of the page before
 */
record GrantSearch(
        Optional<String> holder,
        Optional<String> document,
        Optional<String> item,
        Optional<String> org,
        Optional<Place> after) {

    private static final int LONGEST = 100;

    /** A place in the list, the newest first. */
    record Place(LocalDate day, UUID id) {

        private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

        /** What {@link #toString} gave; empty for anything else. */
        static Optional<Place> parse(String text) {
            String[] parts = text.split("_", 2);
            if (parts.length < 2 || !parts[0].matches("[12]\\d{3}-\\d\\d-\\d\\d") || !parts[1].matches(ID)) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1])));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        static Place of(PublishedGrant grant) {
            return new Place(grant.grantedOn(), grant.id());
        }

        @Override
        public String toString() {
            return day + "_" + id;
        }
    }

    static GrantSearch of(Map<String, String> asked) {
        return new GrantSearch(
                text(asked, "holder"),
                text(asked, "document").map(GrantSearch::brackets),
                text(asked, "item"),
                text(asked, "organ"),
                text(asked, "after").flatMap(Place::parse));
    }

    private static Optional<String> text(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name))
                .map(typed -> typed.replace("\0", "").strip())
                .filter(typed -> !typed.isEmpty())
                .map(typed -> typed.substring(0, Math.min(typed.length(), LONGEST)));
    }

    /** Keyboards have no 〔 and 〕. */
    private static String brackets(String number) {
        return number.replaceAll("[\\[(（【［]", "〔").replaceAll("[\\])）】］]", "〕").replaceAll("\\s", "");
    }

    /** True if anything but the place is given. */
    public boolean isNarrow() {
        return holder.isPresent() || document.isPresent() || item.isPresent() || org.isPresent();
    }

    /** Where the following page is. */
    String href(String path, Optional<Place> place) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        holder.ifPresent(value -> address.queryParam("holder", "{holder}"));
        document.ifPresent(value -> address.queryParam("document", "{document}"));
        item.ifPresent(value -> address.queryParam("item", "{item}"));
        org.ifPresent(value -> address.queryParam("organ", "{org}"));
        place.ifPresent(value -> address.queryParam("after", "{after}"));
        return address.encode()
                .buildAndExpand(Map.of(
                        "holder", holder.orElse(""),
                        "document", document.orElse(""),
                        "item", item.orElse(""),
                        "org", org.orElse(""),
                        "after", place.map(Place::toString).orElse("")))
                .toUriString();
    }
}
