package org.haina.service.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.certificates.CertificateDefinition;
import org.haina.certificates.DeclaredType;
import org.haina.integrations.licencestore.LicenceType;

/** The types of licence that items bring with their certificates, in the licence store's words. */
public final class LicenceDeclarations {

    private LicenceDeclarations() {}

    /** The type that a certificate declares; empty if it names one that is known elsewhere. */
    public static Optional<LicenceType> of(CertificateDefinition certificate) {
        return Optional.ofNullable(certificate.licenceType()).map(type -> type(certificate.type(), type));
    }

    /** As {@link #of(CertificateDefinition)}; empty too for what is no definition, which the doctor tells. */
    public static Optional<LicenceType> read(byte[] certificate) {
        try {
            return of(CertificateDefinition.parse(new String(certificate, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Every type declared among artefacts, whichever item's. */
    public static List<LicenceType> in(Map<String, byte[]> artefacts) {
        return artefacts.entrySet().stream()
                .filter(file -> file.getKey().matches("certificates/[^/]+/[^/]+/[^/]+\\.yaml"))
                .flatMap(file -> read(file.getValue()).stream())
                .toList();
    }

    private static LicenceType type(String code, DeclaredType declared) {
        return new LicenceType(
                declared.key(),
                code,
                declared.title(),
                declared.surface().stream()
                        .map(field -> new LicenceType.SurfaceField(field.element(), field.key(), field.label()))
                        .toList());
    }
}
