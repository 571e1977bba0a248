package org.haina.service.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.service.access.Caller.Official;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.Deadline;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItemFilter.Tab;
import org.haina.service.worklist.WorkItemPage;
import org.haina.service.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** Puts a page of the work list together: one query for the rows, one for their limits, one for each tab's number. */
@Component
class WorkLists {

    private static final Map<Tab, String> TABS = Map.of(Tab.UNCLAIMED, "待签收", Tab.MINE, "我的", Tab.ALL, "全部");
    private static final int COUNTED = 1_000;

    private final WorkItems items;
    private final CaseClocks clocks;
    private final Catalog catalog;
    private final Organs organs;
    private final Clock clock;

    WorkLists(WorkItems items, CaseClocks clocks, Catalog catalog, Organs organs, Clock clock) {
        this.items = items;
        this.clocks = clocks;
        this.catalog = catalog;
        this.organs = organs;
        this.clock = clock;
    }

    WorkListPage page(Official official, ListQuery query) {
        WorkItemPage page = items.page(official, query.filter());
        Optional<String> first =
                query.after().map(place -> query.on(query.tab()).href());
        Optional<String> next = page.next().map(place -> query.from(place).href());
        return new WorkListPage(
                query, query.href(), tabs(official, query), chips(query), rows(official, page.items()), first, next);
    }

    private List<WorkListPage.Tab> tabs(Official official, ListQuery query) {
        return Stream.of(Tab.UNCLAIMED, Tab.MINE, Tab.ALL)
                .map(tab -> {
                    ListQuery other = query.on(tab);
                    int count = items.count(official, other.filter());
                    String words = count > COUNTED ? COUNTED + "+" : String.valueOf(count);
                    return new WorkListPage.Tab(TABS.getOrDefault(tab, ""), other.href(), words, tab == query.tab());
                })
                .toList();
    }

    private List<WorkListPage.Chip> chips(ListQuery query) {
        return catalog.items().stream()
                .map(item -> {
                    boolean on = query.item().filter(item.key()::equals).isPresent();
                    String href = query.of(on ? Optional.empty() : Optional.of(item.key()))
                            .href();
                    return new WorkListPage.Chip(item.definition().title().zh(), href, on);
                })
                .toList();
    }

    private List<WorkListPage.Row> rows(Official official, List<WorkItem> found) {
        Map<CaseNumber, Deadline> due =
                clocks.dueDates(found.stream().map(WorkItem::number).toList());
        LocalDate today = LocalDate.now(clock);
        return found.stream()
                .map(item -> new WorkListPage.Row(
                        item,
                        organs.byCode(item.org()).map(Organ::name).orElse(item.org()),
                        DueChip.of(due.get(item.number())),
                        age(item, today),
                        item.isClaimedBy(official.account())))
                .toList();
    }

    private String age(WorkItem item, LocalDate today) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(item.openedAt(), clock.getZone()), today);
        return days <= 0 ? "今天" : days + " 天";
    }
}
