package org.haina.service.consultations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.haina.service.Filing;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;

/** Applications for a school bus in Huangpu, and the officials of other organs that have a part in them. */
final class BusCases {

    static final String POLICE_CODE = "11319999MB0201013B";
    static final Official POLICE = official("consult.police.huangpu", POLICE_CODE, Role.REVIEWER);
    static final Official TRANSPORT = official("consult.transport.huangpu", "11319999MB03010141", Role.REVIEWER);
    static final Official GOVERNMENT = official("decider.government.huangpu", "11319999MB0401015N", Role.DECIDER);

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
        ObjectNode form = (ObjectNode) json.readTree(SAMPLE.toFile());
        form.put("name", person.name()).put("driverLicensedOn", licensedOn);
        List<SuppliedMaterial> papers = Stream.of(
                        "vehicle-licence",
                        "driver-licence",
                        "operating-plan",
                        "safety-rules",
                        "insurance",
                        "authorisation")
                .map(key -> new SuppliedMaterial(key, SuppliedMaterial.Source.UPLOAD, filing.upload(person, key)))
                .toList();
        return filing.filed(person, "school-bus-permit", form, papers);
    }
}
