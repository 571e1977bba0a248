package org.haina.service.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.publications.GrantSearch.Place;
import org.haina.service.publications.PublishedGrant.Fact;
import org.haina.service.publications.PublishedGrants.Page;
import org.haina.service.publications.PublishedGrants.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Finding published grants: what is found, by what, and page by page. */
@ServiceTest
class GrantSearchTests {

    private final String item = "test-" + UUID.randomUUID();

    @Autowired
    GrantRows rows;

    @Autowired
    PublishedGrants grants;

    @Autowired
    Filing filing;

    private final List<UUID> put = new ArrayList<>();

    @BeforeEach
    void some_are_published() {
        put("张*", false, "海示黄教准〔2026〕90001号", LocalDate.of(2026, 3, 2));
        put("张示范教育有限公司", true, "海示黄教准〔2026〕90002号", LocalDate.of(2026, 3, 1));
        put("100%示范_学校", true, "海示徐教准〔2026〕90003号", LocalDate.of(2026, 3, 1));
        put("李*", false, "海示徐教准〔2026〕90004号", LocalDate.of(2026, 3, 1));
        put("海示教育", true, "海示徐教准〔2026〕90005号", LocalDate.of(2026, 2, 1));
    }

    @Test
    void an_organisation_is_found_by_the_beginning_of_its_name_and_a_person_is_not() {
        assertThat(found(Map.of("holder", "张"))).containsExactly("张示范教育有限公司");
        assertThat(found(Map.of("holder", "示范"))).isEmpty();
        assertThat(found(Map.of("holder", "100%示范_"))).containsExactly("100%示范_学校");
        assertThat(found(Map.of("holder", "%"))).as("a sign is a sign").isEmpty();
        assertThat(found(Map.of("holder", "_"))).isEmpty();
    }

    @Test
    void a_decision_is_found_by_its_number_however_the_brackets_are_typed() {
        assertThat(found(Map.of("document", "海示徐教准(2026) 90004号"))).containsExactly("李*");
        assertThat(found(Map.of("document", "海示徐教准〔2026〕9000"))).hasSize(3);
        assertThat(found(Map.of("document", "90004"))).isEmpty();
    }

    @Test
    void pages_follow_one_another_without_a_gap_while_others_are_published() {
        GrantSearch search = GrantSearch.of(Map.of("item", item));
        Page first = grants.page(search, 2);
        put("新*", false, "海示黄教准〔2026〕90006号", LocalDate.of(2026, 4, 1));

        List<UUID> read = new ArrayList<>(ids(first));
        for (Optional<Place> next = first.next(); next.isPresent(); ) {
            Page page = grants.page(
                    GrantSearch.of(Map.of("item", item, "after", next.get().toString())), 2);
            read.addAll(ids(page));
            next = page.next();
        }

        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(put.subList(0, 5));
        assertThat(grants.page(search, 6).rows())
                .extracting(row -> row.grant().grantedOn())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(grants.page(search, 6).next()).isEmpty();
    }

    @Test
    void a_table_holds_words_and_never_a_formula() {
        put("=HYPERLINK(\"x\")", true, "海示黄教准〔2026〕90007号", LocalDate.of(2026, 4, 2));

        String table = GrantTable.of(
                grants.page(GrantSearch.of(Map.of("item", item)), 1).rows());

        assertThat(table).contains("\"'=HYPERLINK(\"\"x\"\")\"").contains("\"学段：小学\"");
        assertThat(table.lines()).hasSize(2);
    }

    private List<String> found(Map<String, String> asked) {
        Map<String, String> own = new java.util.HashMap<>(asked);
        own.put("item", item);
        return grants.page(GrantSearch.of(own), 50).rows().stream()
                .map(row -> row.grant().holder())
                .toList();
    }

    private static List<UUID> ids(Page page) {
        return page.rows().stream().map(Shown::grant).map(PublishedGrant::id).toList();
    }

    private void put(String holder, boolean organisation, String document, LocalDate day) {
        UUID id = UUID.randomUUID();
        rows.put(
                filing.filed(TestPerson.unknown()),
                new PublishedGrant(
                        id,
                        item,
                        "示例事项",
                        "11319999MB0101012M",
                        organisation,
                        holder,
                        document,
                        day,
                        Optional.empty(),
                        List.of(new Fact("学段", "小学")),
                        GrantState.IN_FORCE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        put.add(id);
    }
}
