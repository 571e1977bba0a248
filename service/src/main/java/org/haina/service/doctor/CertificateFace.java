package org.haina.service.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.certificates.CertificateDefinition;
import org.haina.integrations.licencestore.LicenceType;
import org.haina.integrations.licencestore.LicenceType.SurfaceField;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection.Report;
import org.haina.service.catalog.LicenceDeclarations;

/** What a certificate says to the e-licence store and to whoever verifies it is what a licence of its type says. */
final class CertificateFace {

    private CertificateFace() {}

    static void inspect(ItemFolder item, String file, CertificateDefinition definition, Report report) {
        Optional<LicenceType> declared = LicenceDeclarations.of(definition);
        Optional<LicenceType> type =
                declared.or(() -> FormInspection.types(item).findByCode(definition.type()));
        report.unless(
                type.isPresent(),
                file,
                "type",
                "there is no licence type " + definition.type()
                        + ": name one there is, or say by licenceType what it is");
        declared.ifPresent(own -> unique(item, file, own, report));
        type.ifPresent(known -> face(file, definition, known, report));
        definition.publicFields().stream()
                .filter(path -> !definition.surface().containsValue(path))
                .forEach(path -> report.add(
                        file, "publicFields " + path, "is not on the face: surface has no field that shows it"));
    }

    private static void unique(ItemFolder item, String file, LicenceType own, Report report) {
        report.unless(
                same(LicenceTypes.standard().all().stream(), own).isEmpty(),
                file,
                "licenceType",
                own.key() + " or " + own.code() + " is known without being declared");
        report.unless(
                same(LicenceDeclarations.in(item.files()).stream().filter(other -> !other.equals(own)), own)
                        .isEmpty(),
                file,
                "licenceType",
                own.key() + " or " + own.code() + " is declared in other words by another item");
    }

    private static List<LicenceType> same(Stream<LicenceType> types, LicenceType own) {
        return types.filter(type -> type.key().equals(own.key()) || type.code().equals(own.code()))
                .toList();
    }

    private static void face(String file, CertificateDefinition definition, LicenceType type, Report report) {
        List<String> fields = type.surface().stream().map(SurfaceField::key).toList();
        definition.surface().keySet().stream()
                .filter(key -> !fields.contains(key))
                .sorted()
                .forEach(key -> report.add(file, "surface " + key, "is not on the face of " + type.title()));
        fields.stream()
                .filter(key -> !definition.surface().containsKey(key))
                .forEach(key -> report.add(
                        file, "surface " + key, "stands on the face of " + type.title() + " and is not told"));
    }
}
