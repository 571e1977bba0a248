package org.haina.service.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haina.service.access.SqlPredicate;
import org.haina.service.access.Visibility;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Cases by applicant, newest first, in pages; cases by status. */
@Service
public class CaseLists {

    private final JdbcClient jdbc;
    private final CaseRows rows;

    CaseLists(JdbcClient jdbc, CaseRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The applicant's case of any of these items received since then, unless withdrawn. */
    public Optional<CaseNumber> standingSince(PartyId applicant, Collection<ItemKey> items, Instant since) {
        return jdbc.sql(
                        """
                        select number from case_file
                        where applicant_id = :applicant and item_key in (:items) and received_at >= :since
                          and status not in ('WITHDRAWN', 'NOT_ACCEPTED', 'NOT_REQUIRED', 'TRANSFERRED', 'VOIDED')
                        limit 1
                        """)
                .param("applicant", applicant.value())
                .param("items", items.stream().map(ItemKey::value).toList())
                .param("since", Timestamp.from(since))
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** Which item version each case was filed under, in one query; unknown numbers are left out. */
    public Map<CaseNumber, Long> itemVersions(Collection<CaseNumber> numbers) {
        return jdbc
                .sql("select number, item_version from case_file where number = any(:numbers)")
                .param("numbers", numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, n) -> Map.entry(new CaseNumber(row.getString(1)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Cases by number, in one query; whoever asks has decided who may see them. Unknown numbers are left out. */
    public Map<CaseNumber, CaseFile> files(Collection<CaseNumber> numbers) {
        return jdbc
                .sql("select * from case_file where number = any(:numbers)")
                .param("numbers", numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(rows::read)
                .list()
                .stream()
                .collect(Collectors.toMap(CaseFile::number, Function.identity()));
    }

    /**
     * Cases in which the party is applicant or agent, as far as somebody may see them, newest first.
     *
     * @param visible what whoever looks may see: the list shows exactly the cases that open
     * @param after the last case of the page before; it need not be the party's for the page to be right
     * @param limit 1 to 100
     */
    public List<CaseFile> of(Visibility visible, PartyId party, Optional<CaseNumber> after, int limit) {
        SqlPredicate seen = visible.sql("case_file");
        return jdbc.sql(
                        """
                        select * from case_file
                        where (applicant_id = :party or agent_id = :party) and %s
                          and (cast(:after as text) is null
                               or received_at < (select received_at from case_file where number = :after)
                               or received_at = (select received_at from case_file where number = :after)
                                  and number > :after)
                        order by received_at desc, number limit :limit
                        """
                                .formatted(seen.sql()))
                .params(seen.parameters())
                .param("party", party.value())
                .param("after", after.map(CaseNumber::value).orElse(null))
                .param("limit", Math.min(Math.max(limit, 1), 100))
                .query(rows::read)
                .list();
    }

    /**
     * Cases that another office offers to this one, oldest first.
     *
     * @param org unified social credit code of the office
     * @param after the last case of the page before; empty for the first page
     * @param limit 1 to 101
     */
    public List<CaseFile> offeredTo(String org, Optional<CaseNumber> after, int limit) {
        return jdbc.sql(
                        """
                        select * from case_file
                        where participants <> '{}' and participants @> array[cast(:org as text)]
                          and status = 'TRANSFERRING'
                          and (cast(:after as text) is null
                               or (received_at, number) > (select received_at, number from case_file where number = :after))
                        order by received_at, number limit :limit
                        """)
                .param("org", org)
                .param("after", after.map(CaseNumber::value).orElse(null))
                .param("limit", Math.min(Math.max(limit, 1), 101))
                .query(rows::read)
                .list();
    }

    /**
     * Cases of all districts, or of one, that stand in a status, oldest first.
     *
     * @param limit 1 to 100
     */
    public List<CaseFile> standingIn(CaseStatus status, Optional<District> district, int limit) {
        return jdbc.sql(
                        """
                        select * from case_file
                        where status = :status and (cast(:district as text) is null or district = :district)
                        order by received_at, number limit :limit
                        """)
                .param("status", status.name())
                .param("district", district.map(District::code).orElse(null))
                .param("limit", Math.min(Math.max(limit, 1), 100))
                .query(rows::read)
                .list();
    }
}
