package org.haina.service.yearlychecks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.haina.processes.ItemDefinition;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.issuance.Licence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the check of the year for each licence, by legal time, each in its own transaction, on any number of nodes: the
 * row's unique key makes it one. What a node that dies had begun is rolled back and opened by whoever looks next. Only what is due is
 * read: a look costs what it opens, however many licences there are.
 */
@Component
public class DueYearlyChecks {

    private static final Logger LOG = LoggerFactory.getLogger(DueYearlyChecks.class);
    private static final int MOST_PAGES = 1_000;

    private final YearlyCheckRows rows;
    private final YearlyChecks checks;
    private final Catalog catalog;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueYearlyChecks(
            YearlyCheckRows rows, YearlyChecks checks, Catalog catalog, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.checks = checks;
        this.catalog = catalog;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One look; what is open already stays. */
    public void open() {
        LocalDate today = LocalDate.now(clock);
        catalog.items().stream()
                .map(ItemVersion::definition)
                .filter(item -> isDue(item, today))
                .forEach(item -> openAll(item, today));
    }

    private static boolean isDue(ItemDefinition item, LocalDate today) {
        org.haina.processes.AfterGrant.YearlyCheck config = item.yearlyCheck();
        return config != null && !today.isBefore(LocalDate.of(today.getYear(), config.month(), config.day()));
    }

    /** One that fails keeps no other waiting; the next look tries it again. */
    private void openAll(ItemDefinition item, LocalDate today) {
        Set<String> failed = new HashSet<>();
        List<Licence> page = rows.next(item.key(), today, failed);
        for (int pages = 0; !page.isEmpty() && pages < MOST_PAGES; pages++) {
            page.forEach(licence -> {
                if (!isOpened(licence, item)) {
                    failed.add(licence.number());
                }
            });
            page = rows.next(item.key(), today, failed);
        }
    }

    private boolean isOpened(Licence licence, ItemDefinition item) {
        try {
            transaction.executeWithoutResult(status -> checks.open(licence, item));
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "The yearly check of the licence of case {} could not be opened: {}",
                    licence.grantedBy(),
                    e.getClass().getSimpleName());
            return false;
        }
    }
}
