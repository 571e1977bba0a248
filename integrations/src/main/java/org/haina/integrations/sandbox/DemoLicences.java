package org.haina.integrations.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.licencestore.LicenceIdentifier;
import org.haina.integrations.licencestore.LicenceType;
import org.haina.integrations.licencestore.LicenceTypes;
import org.jspecify.annotations.Nullable;

/** The licences a demo person has in the store, as the store's metadata; made from the person, not kept. */
final class DemoLicences {

    static final String ISSUER = "11319999T100000133";

    private final LicenceTypes types = LicenceTypes.standard();

    List<ObjectNode> of(DemoPerson person) {
        var licences = new ArrayList<ObjectNode>();
        if (!person.publicSecurity().identity().equals("not-found")) {
            licences.add(identityCard(person));
        }
        if (person.household().inShanghai()) {
            licences.add(household(person));
        }
        var permit = person.residencePermit();
        if (permit != null) {
            licences.add(residencePermit(person, permit));
        }
        var mandarin = person.mandarin();
        if (mandarin != null) {
            licences.add(mandarin(person, mandarin));
        }
        var diploma = person.diploma();
        if (diploma != null) {
            licences.add(diploma(person, diploma));
        }
        return licences;
    }

    private ObjectNode identityCard(DemoPerson person) {
        var surface = surface(person);
        surface.put("sex", person.sex().equals("1") ? "男" : "女");
        surface.put("ethnicity", person.ethnicity());
        surface.put("birthDate", person.birthDate().toString());
        surface.put("address", person.household().address());
        surface.put("idNumber", person.idNumber());
        return licence(person, "identity-card", person.idNumber(), LocalDate.of(2020, 1, 2), null, surface);
    }

    private ObjectNode household(DemoPerson person) {
        var surface = surface(person);
        surface.put("householdDistrict", String.valueOf(person.household().district()));
        surface.put("householdAddress", person.household().address());
        return licence(person, "household-register", "H" + serial(person), LocalDate.of(2019, 6, 3), null, surface);
    }

    private ObjectNode residencePermit(DemoPerson person, DemoPerson.ResidencePermit permit) {
        var surface = surface(person);
        surface.put("number", permit.number());
        surface.put("district", permit.district());
        surface.put("address", person.address());
        return licence(person, "residence-permit", permit.number(), permit.issuedOn(), permit.validUntil(), surface);
    }

    private ObjectNode mandarin(DemoPerson person, DemoPerson.Mandarin mandarin) {
        var surface = surface(person);
        surface.put("number", mandarin.number());
        surface.put("grade", mandarin.grade());
        surface.put("score", mandarin.score());
        surface.put("testedOn", mandarin.testedOn().toString());
        surface.put("station", mandarin.station());
        return licence(
                person,
                "mandarin-certificate",
                mandarin.number(),
                mandarin.testedOn().plusDays(30),
                null,
                surface);
    }

    private ObjectNode diploma(DemoPerson person, DemoPerson.Diploma diploma) {
        var surface = surface(person);
        surface.put("name", diploma.holder());
        surface.put("diplomaNumber", diploma.number());
        surface.put("school", diploma.school());
        surface.put("major", diploma.major());
        surface.put("level", diploma.level());
        surface.put("graduationDate", diploma.graduationDate().toString());
        return licence(person, "diploma-certificate", diploma.number(), diploma.graduationDate(), null, surface);
    }

    private static Map<String, String> surface(DemoPerson person) {
        var surface = new LinkedHashMap<String, String>();
        surface.put("name", person.name());
        return surface;
    }

    // Serial numbers must not give the ID number away, as identifiers are shown and printed.
    private static String serial(DemoPerson person) {
        var digest = LicenceShelf.digest(person.idNumber().getBytes(UTF_8));
        return "DEMO" + digest.substring(0, 16).toUpperCase(Locale.ROOT);
    }

    private ObjectNode licence(
            DemoPerson person,
            String key,
            String number,
            LocalDate issued,
            @Nullable LocalDate until,
            Map<String, String> surface) {
        var type = types.get(key);
        var holder = surface.getOrDefault("name", person.name());
        var json = Json.object()
                .put(
                        "ZZBS",
                        LicenceIdentifier.of(type.code(), ISSUER, serial(person), 1)
                                .value())
                .put("ZZMC", type.title())
                .put("ZZLXDM", type.code())
                .put("ZZBH", number)
                .put("ZZBFJG", "海纳示范证照签发机构")
                .put("ZZBFJGDM", ISSUER)
                .put("ZZBFRQ", GatewayServices.compact(issued))
                .put("ZZYXQQSRQ", GatewayServices.compact(issued))
                .put("ZZYXQJZRQ", until == null ? "长期" : GatewayServices.compact(until))
                .put("CZZT", holder)
                .put("CZZTDM", person.idNumber())
                .put("CZZTDMLXDM", person.idType())
                .put("ZZZT", "01");
        write(json, type, surface);
        return json;
    }

    private static void write(ObjectNode json, LicenceType type, Map<String, String> surface) {
        var fields = json.putArray("surface");
        type.surface().stream()
                .filter(field -> surface.containsKey(field.key()))
                .forEach(field -> fields.addObject()
                        .put("name", field.wireName())
                        .put("desc", field.label())
                        .put("value", surface.get(field.key())));
    }
}
