package org.haina.service.renewals;

import java.util.Optional;
import java.util.UUID;
import org.haina.service.catalog.Catalog;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Renewals of one licence among the cases of its holder. */
@Repository
class RenewalCases {

    private static final String OF_LICENCE =
            " from case_file where applicant_id = :holder and item_key = :item and data ->> :field = :number ";

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Licences licences;

    RenewalCases(JdbcClient jdbc, Catalog catalog, Licences licences) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.licences = licences;
    }

    /** The one that is not closed yet. */
    Optional<CaseNumber> running(Licence licence, ItemKey item) {
        return of(licence, item, "select number" + OF_LICENCE + "and closed_at is null limit 1")
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** The renewal of this person's, or filed by him, that has taken an edition's place already. */
    Optional<CaseNumber> renewed(UUID edition, PartyId person) {
        return jdbc.sql(
                        """
                        select f.number from certificate c
                        join certificate n on n.title = c.title and n.number = c.number and n.edition > c.edition
                        join case_file f on f.number = n.case_number and (f.applicant_id = :person or f.agent_id = :person)
                        where c.id = :edition order by n.edition limit 1
                        """)
                .param("edition", edition)
                .param("person", person.value())
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** True if one is granted, by whomever, and its edition is not made yet. */
    boolean isIssuing(Licence licence, ItemKey item) {
        return of(
                                licence,
                                item,
                                "select count(*)" + OF_LICENCE
                                        + """
                                  and status = 'GRANTED' and not exists (select 1 from certificate c
                                    where c.case_number = case_file.number and c.status <> 'PREPARING')
                                """)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The case of this licence that this citizen has filed, for himself or for the holder; the latest edition's first. */
    Optional<CaseNumber> appliedIn(Licence licence, PartyId citizen) {
        return jdbc.sql(
                        """
                        select number from case_file where number in (:issued, :granted) and coalesce(agent_id, applicant_id) = :citizen
                          and filed_by = :filer
                        order by number = :issued desc limit 1
                        """)
                .param("issued", licence.issuedBy().value())
                .param("granted", licence.grantedBy().value())
                .param("citizen", citizen.value())
                .param("filer", citizen.toString())
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** How many there have been. */
    int count(Licence licence, ItemKey item) {
        return of(licence, item, "select count(*)" + OF_LICENCE)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec of(Licence licence, ItemKey item, String sql) {
        return jdbc.sql(sql)
                .param("holder", licence.holder().value())
                .param("item", item.value())
                .param("field", licences.numberField(catalog.current(item)).orElseThrow())
                .param("number", licence.number());
    }
}
