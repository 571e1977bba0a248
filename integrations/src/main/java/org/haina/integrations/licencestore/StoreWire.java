package org.haina.integrations.licencestore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;

/** Metadata names of GB/T 36903 as the stores use them, to and from our words. */
final class StoreWire {

    private StoreWire() {}

    static Licence licence(Fields found, LicenceType type) {
        var surface = new HashMap<String, String>();
        found.list("surface")
                .forEach(field -> field.find("value").ifPresent(value -> surface.put(field.text("name"), value)));
        return new Licence(
                identifier(found),
                type.key(),
                found.text("ZZMC"),
                found.text("ZZBH"),
                new Holder(found.text("CZZT"), found.text("CZZTDMLXDM"), found.text("CZZTDM")),
                found.text("ZZBFJG"),
                found.date("ZZBFRQ"),
                validUntil(found),
                status(found),
                type.ours(surface));
    }

    // Licences without an end carry the word 长期 in the date's place.
    private static Optional<LocalDate> validUntil(Fields found) {
        var endless = found.find("ZZYXQJZRQ").filter("长期"::equals).isPresent();
        return endless ? Optional.empty() : found.findDate("ZZYXQJZRQ");
    }

    static LicenceStatus status(Fields found) {
        return LicenceStatus.ofCode(found.text("ZZZT")).orElseThrow(() -> found.malformed("ZZZT"));
    }

    static LicenceIdentifier identifier(LicenceRegistration registration, LicenceType type) {
        var serial = registration.number().toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return LicenceIdentifier.of(type.code(), registration.issuer(), serial, registration.version());
    }

    static ObjectNode registration(LicenceRegistration registration, LicenceType type, LicenceIdentifier id) {
        type.requireKnown(registration.surface().keySet());
        var holder = registration.holder();
        var body = Channel.object()
                .put("ZZBS", id.value())
                .put("ZZMC", type.title())
                .put("ZZLXDM", type.code())
                .put("ZZBH", registration.number())
                .put("ZZBFJG", registration.issuerName())
                .put("ZZBFJGDM", registration.issuer())
                .put("ZZBFRQ", compact(registration.issuedOn()))
                .put("ZZYXQQSRQ", compact(registration.issuedOn()))
                .put(
                        "ZZYXQJZRQ",
                        registration.validUntil().map(StoreWire::compact).orElse(""))
                .put("CZZT", holder.name())
                .put("CZZTDM", holder.idNumber())
                .put("CZZTDMLXDM", holder.idType())
                .put("GLSXDM", registration.itemCode())
                .put("useCause", registration.cause().text())
                .put("businessCode", registration.cause().businessCode())
                .put("file", Base64.getEncoder().encodeToString(registration.pdf()));
        var surface = body.putArray("surface");
        type.surface()
                .forEach(field -> Optional.ofNullable(registration.surface().get(field.key()))
                        .ifPresent(value -> surface.addObject()
                                .put("name", field.wireName())
                                .put("desc", field.label())
                                .put("value", value)));
        return body;
    }

    private static LicenceIdentifier identifier(Fields found) {
        try {
            return new LicenceIdentifier(found.text("ZZBS"));
        } catch (IllegalArgumentException e) {
            throw found.malformed("ZZBS");
        }
    }

    private static String compact(LocalDate date) {
        return date.toString().replace("-", "");
    }
}
