package org.haina.service.deliveries;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.ServiceWay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Services on paper as stored. */
@Repository
class DeliveryRows {

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Delivery> of(CaseNumber number) {
        return jdbc.sql(
                        """
                        select s.* from document_service s join document d on d.id = s.document
                        where d.case_number = :number
                        """)
                .param("number", number.value())
                .query((row, n) -> new Delivery(
                        row.getObject("document", UUID.class),
                        Optional.of(ServiceWay.valueOf(row.getString("way"))),
                        row.getObject("served_on", LocalDate.class),
                        row.getString("receiver"),
                        row.getString("proof")))
                .list();
    }

    /** False if it was served before. */
    boolean insert(Delivery served, Official by, Instant at) {
        return jdbc.sql(
                                """
                                insert into document_service
                                  (document, way, served_on, receiver, proof, account, name, recorded_at)
                                values (:document, :way, :on, :receiver, :proof, :account, :name, :at)
                                on conflict (document) do nothing
                                """)
                        .param("document", served.document())
                        .param("way", served.way().orElseThrow().name())
                        .param("on", served.on())
                        .param("receiver", served.receiver())
                        .param("proof", served.proof())
                        .param("account", by.account())
                        .param("name", by.displayName())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}
