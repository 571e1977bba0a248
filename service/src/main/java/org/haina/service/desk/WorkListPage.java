package org.haina.service.desk;

import java.util.List;
import java.util.Optional;
import org.haina.service.worklist.WorkItem;

/**
 * The work list as its template shows it.
 *
 * @param here the address of this very page
 * @param first the address of the first page; empty if this is it
 * @param next the address of the following page
 */
record WorkListPage(
        ListQuery query,
        String here,
        List<Tab> tabs,
        List<Chip> items,
        List<Row> rows,
        Optional<String> first,
        Optional<String> next) {

    /** @param count counted to 1,000 and no further */
    record Tab(String label, String href, String count, boolean current) {}

    /** A filter that is on or can be put on. */
    record Chip(String label, String href, boolean on) {}

    /**
     * @param age since the task opened, in words
     * @param mine claimed by who looks
     */
    record Row(WorkItem item, String organ, DueChip due, String age, boolean mine) {

        public boolean isFree() {
            return item.claimedBy().isEmpty();
        }
    }
}
