package org.haina.service.consultations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.Filing;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.applications.Submission;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;

/** Applications for a school bus in Huangpu, and the officials of other organs that have a part in them. */
final class BusCases {

    static final String POLICE_CODE = "11319999MB0201013B";
    static final Official POLICE = official("consult.police.huangpu", POLICE_CODE, Role.REVIEWER);
    static final Official TRANSPORT = official("consult.transport.huangpu", "11319999MB03010141", Role.REVIEWER);
    static final Official GOVERNMENT = official("decider.government.huangpu", "11319999MB0401015N", Role.DECIDER);

    static final ItemKey ITEM = new ItemKey("school-bus-permit");

    private static final Path SAMPLE =
            Path.of("../forms/services/school-bus-permit/samples/valid-bus-of-a-school.json");

    private final Filing filing;
    private final ObjectMapper json;

    BusCases(Filing filing, ObjectMapper json) {
        this.filing = filing;
        this.json = json;
    }

    static Official official(String account, String org, Role role) {
        return new Official(account, account, Set.of(role), org, new District("310101"));
    }

    CaseNumber filed(TestPerson person) throws Exception {
        return filed(person, "2012-09-01");
    }

    /** @param licensedOn since when the driver has the licence */
    CaseNumber filed(TestPerson person, String licensedOn) throws Exception {
        ObjectNode form = form(person).put("driverLicensedOn", licensedOn);
        return filing.filed(person, ITEM.value(), form, papers(person));
    }

    /** What a company hands in through this person. */
    Submission submission(TestPerson agent, PartyId company, String name, String code) throws Exception {
        ObjectNode form = form(agent)
                .put("applicantKind", "provider")
                .put("applicantName", name)
                .put("applicantCode", code)
                .put("schoolName", "海纳示例实验小学");
        return new Submission(
                filing.citizen(agent),
                ITEM,
                company,
                Optional.of(filing.party(agent)),
                Channel.WEB,
                UUID.randomUUID().toString(),
                form,
                papers(agent));
    }

    private ObjectNode form(TestPerson person) throws IOException {
        return ((ObjectNode) json.readTree(SAMPLE.toFile())).put("name", person.name());
    }

    private List<SuppliedMaterial> papers(TestPerson person) {
        return Stream.of(
                        "vehicle-licence",
                        "driver-licence",
                        "operating-plan",
                        "safety-rules",
                        "insurance",
                        "authorisation")
                .map(key -> new SuppliedMaterial(key, SuppliedMaterial.Source.UPLOAD, filing.upload(person, key)))
                .toList();
    }
}
