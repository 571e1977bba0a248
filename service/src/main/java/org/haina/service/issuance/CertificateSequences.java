package org.haina.service.issuance;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counters of the numbers we give ourselves. A counter's row stays locked until the issuing transaction ends: what is
 * rolled back leaves no gap, and two certificates never get one number.
 */
@Repository
class CertificateSequences {

    private final JdbcClient jdbc;

    CertificateSequences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number of a sequence, from 1.
     *
     * @param year empty if the sequence does not start anew each year
     * @param organ empty if all organs share it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String type, String year, String organ) {
        return jdbc.sql(
                        """
                        insert into certificate_sequence (type, year, organ, last) values (:type, :year, :organ, 1)
                        on conflict (type, year, organ) do update set last = certificate_sequence.last + 1
                        returning last
                        """)
                .param("type", type)
                .param("year", year)
                .param("organ", organ)
                .query(Long.class)
                .single();
    }
}
