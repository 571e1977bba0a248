package org.haina.service.complaints;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haina.service.applications.Continuations;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseHands;
import org.haina.service.cases.CaseReceived;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Organs;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whom complaints are about; noted when one is received, before anybody can see it. */
@Service
public class Complaints {

    private static final String CITY = "310000";
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final CaseHands hands;
    private final Organs organs;
    private final Continuations continuations;

    Complaints(JdbcClient jdbc, Cases cases, CaseHands hands, Organs organs, Continuations continuations) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.hands = hands;
        this.organs = organs;
        this.continuations = continuations;
    }

    /** In the transaction of the receipt and before its first task opens. */
    @EventListener
    void on(CaseReceived received) {
        if (!received.item().definition().isComplaint()) {
            return;
        }
        CaseFile file = cases.get(received.number());
        Optional<CaseNumber> about = about(file.data());
        insert(file, about, received.at());
        about.ifPresent(number -> hands.bar(file.number(), barred(number)));
    }

    /** The case it is about, as typed; empty if it is about none. */
    static Optional<CaseNumber> about(ObjectNode data) {
        return Optional.of(data.path("caseNumber").asText().strip().toUpperCase(Locale.ROOT))
                .filter(CaseNumber::isValid)
                .map(CaseNumber::new);
    }

    /** True if this official has had in hand by now what the complaint is about; false of a case that is no complaint. */
    boolean isAbout(CaseNumber complaint, String account) {
        return jdbc.sql("select about from complaint where case_number = :number and about is not null")
                .param("number", complaint.value())
                .query(String.class)
                .optional()
                .map(CaseNumber::new)
                .filter(number -> barred(number).contains(account))
                .isPresent();
    }

    /** Those of these cases that are complaints about what this official has had in hand by now. */
    public Set<CaseNumber> closedTo(Collection<CaseNumber> numbers, String account) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select case_number from complaint where case_number in (:numbers) and about is not null")
                .param("numbers", numbers.stream().map(CaseNumber::value).toList())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .filter(number -> isAbout(number, account))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Complaints about a case, or about what it goes on with or what goes on with it. */
    List<CaseNumber> complaintsAbout(CaseNumber number) {
        return jdbc
                .sql("select case_number from complaint where about in (:line)")
                .param(
                        "line",
                        continuations.line(number).stream()
                                .map(CaseNumber::value)
                                .toList())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    /** To all who have had in hand by now what it is about, the complaint does not exist from now on. */
    Set<String> bar(CaseNumber complaint) {
        Set<String> accounts =
                about(cases.get(complaint).data()).map(this::barred).orElse(Set.of());
        hands.bar(complaint, accounts);
        return accounts;
    }

    /** Accounts of all officials who have had the case in hand, at this organ or at one it was handed over from or to. */
    private Set<String> barred(CaseNumber number) {
        return continuations.line(number).stream()
                .flatMap(each -> hands.officials(each).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void insert(CaseFile file, Optional<CaseNumber> about, Instant at) {
        String district = file.data().path("subjectDistrict").asText(CITY);
        jdbc.sql(
                        """
                        insert into complaint (case_number, org, kind, about, received_at)
                        values (:number, :org, :kind, :about, :at)
                        """)
                .param("number", file.number().value())
                .param("org", organs.get(new District(district)).uscc())
                .param("kind", file.data().path("kind").asText())
                .param("about", about.map(CaseNumber::value).orElse(null))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** How many were received of each organ since then, by its code; each counted to 1,000 and no further. */
    public Map<String, Integer> countedSince(Instant since) {
        return organs.all().stream()
                .map(organ -> Map.entry(organ.uscc(), counted(organ.uscc(), since)))
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int counted(String org, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from (select 1 from complaint where org = :org and received_at >= :since
                          limit :most) counted
                        """)
                .param("org", org)
                .param("since", Timestamp.from(since))
                .param("most", MOST)
                .query(Integer.class)
                .single();
    }
}
