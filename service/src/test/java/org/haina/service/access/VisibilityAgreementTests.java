package org.haina.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.haina.service.ServiceTest;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/** On random cases and callers, drawn from few values so that they often meet, lists and objects agree. */
@ServiceTest
class VisibilityAgreementTests {

    private static final List<PartyId> PARTIES = IntStream.range(0, 4)
            .mapToObj(i -> new PartyId(new UUID(0x4841_494eL, i)))
            .toList();
    private static final List<String> DISTRICTS = List.of("310000", "310101", "310104");
    private static final List<String> ORGANS = List.of("11319999MB0100001A", "11319999MB0101012M");
    private static final List<String> FILERS = List.of("partner-demo", "partner-other", "clerk.huangpu");
    private static final List<String> ITEMS = List.of("teacher-qualification", "school-transfer");

    @Autowired
    JdbcClient jdbc;

    /** The context is the one all other tests use; jqwik's engine does not know Spring's extension. */
    VisibilityAgreementTests() throws Exception {
        new TestContextManager(VisibilityAgreementTests.class).prepareTestInstance(this);
    }

    @Property(tries = 500)
    void a_list_shows_exactly_the_cases_that_open(
            @ForAll("visibilities") Visibility visibility, @ForAll("cases") List<CaseScope> cases) {
        List<Integer> opened = IntStream.range(0, cases.size())
                .filter(i -> visibility.sees(cases.get(i)))
                .boxed()
                .toList();

        List<Integer> listed = listed(visibility, cases);

        Statistics.collect(opened.isEmpty() ? "none" : opened.size() == cases.size() ? "all" : "some");
        assertThat(listed).isEqualTo(opened);
    }

    private List<Integer> listed(Visibility visibility, List<CaseScope> cases) {
        SqlPredicate predicate = visibility.sql("c");
        Map<String, Object> values = new HashMap<>(predicate.parameters());
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < cases.size(); i++) {
            rows.append(i == 0 ? "" : ", ").append(row(i, cases.get(i), values));
        }
        return jdbc.sql("select c.n from (values " + rows
                        + ") as c (n, item_key, district, org, participants, applicant_id, agent_id, filed_by, supervised, barred) where "
                        + predicate.sql() + " order by c.n")
                .params(values)
                .query(Integer.class)
                .list();
    }

    private static String row(int i, CaseScope scope, Map<String, Object> values) {
        values.put("item" + i, scope.item().value());
        values.put("district" + i, scope.district().code());
        values.put("org" + i, scope.org());
        values.put("participants" + i, String.join(",", scope.participants()));
        values.put("applicant" + i, scope.applicant().toString());
        values.put("agent" + i, scope.agent().map(PartyId::toString).orElse(""));
        values.put("filer" + i, scope.filedBy());
        values.put("supervised" + i, scope.supervised());
        values.put("barred" + i, String.join(",", scope.barred()));
        return ("(%1$d, cast(:item%1$d as varchar(60)), cast(:district%1$d as char(6)), cast(:org%1$d as char(18)),"
                        + " string_to_array(:participants%1$d, ','), cast(:applicant%1$d as uuid), cast(nullif(:agent%1$d, '') as uuid),"
                        + " cast(:filer%1$d as varchar(100)), :supervised%1$d, string_to_array(:barred%1$d, ','))")
                .formatted(i);
    }

    @Provide
    Arbitrary<List<CaseScope>> cases() {
        return Combinators.combine(
                        Arbitraries.of(ITEMS).map(ItemKey::new),
                        Arbitraries.of(DISTRICTS).map(District::new),
                        Arbitraries.of(ORGANS),
                        Arbitraries.of(ORGANS).list().uniqueElements().ofMaxSize(2),
                        Arbitraries.of(PARTIES),
                        Arbitraries.of(PARTIES).optional(),
                        Arbitraries.of(FILERS),
                        secrecy())
                .as((item, district, org, others, applicant, agent, filer, secrecy) -> new CaseScope(
                        item, district, org, others, applicant, agent, filer, secrecy.supervised(), secrecy.barred()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private record Secrecy(boolean supervised, List<String> barred) {}

    private static Arbitrary<Secrecy> secrecy() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of("clerk.huangpu", "clerk.xuhui")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2))
                .as(Secrecy::new);
    }

    @Provide
    Arbitrary<Visibility> visibilities() {
        return Combinators.combine(callers(), mandates()).as(Visibility::of);
    }

    private static Arbitrary<Caller> callers() {
        Arbitrary<Caller> citizens = Arbitraries.of(PARTIES).map(party -> new Caller.Citizen(party, 3));
        Arbitrary<Caller> machines = Arbitraries.of(FILERS).map(Caller.Machine::new);
        Arbitrary<Caller> officials = Combinators.combine(
                        Arbitraries.of(Role.class).set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(ORGANS),
                        Arbitraries.of(DISTRICTS).map(District::new))
                .as((roles, org, district) -> new Caller.Official("clerk.huangpu", "测试", roles, org, district));
        return Arbitraries.oneOf(citizens, citizens, officials, machines, Arbitraries.just(new Caller.Anonymous()));
    }

    private static Arbitrary<Set<Mandated>> mandates() {
        Arbitrary<Optional<ItemKey>> items =
                Arbitraries.of(ITEMS).map(ItemKey::new).optional();
        return Combinators.combine(Arbitraries.of(PARTIES), items)
                .as(Mandated::new)
                .set()
                .ofMaxSize(3);
    }
}
