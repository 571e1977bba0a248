package org.haina.service.applications;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;

/**
 * The valid e-licences the store holds of an applicant, as far as it could be asked.
 *
 * @param types key of the licence type by identifier; empty if the store did not answer
 */
public record LicencesHeld(Optional<Map<String, String>> types) {

    /** None: whoever names a licence is refused. */
    public static final LicencesHeld NONE = new LicencesHeld(Optional.of(Map.of()));

    /** The store did not answer. */
    public static final LicencesHeld UNKNOWN = new LicencesHeld(Optional.empty());

    public LicencesHeld {
        types = types.map(Map::copyOf);
    }

    /** These, by identifier. */
    public static LicencesHeld of(Map<String, String> types) {
        return new LicencesHeld(Optional.of(types));
    }

    boolean unknown() {
        return types.isEmpty();
    }

    /** The materials with every licence nobody could confirm marked so. */
    List<SuppliedMaterial> mark(List<SuppliedMaterial> materials) {
        return materials.stream()
                .map(piece -> unknown() && piece.source() == Source.LICENCE
                        ? new SuppliedMaterial(piece.key(), Source.UNVERIFIED, piece.reference())
                        : piece)
                .toList();
    }

    /** True for a licence the store answered it does not hold of this applicant, or no longer. */
    public boolean refutes(SuppliedMaterial piece) {
        return piece.source() == Source.LICENCE
                && !unknown()
                && type(piece.reference()).isEmpty();
    }

    Optional<String> type(String identifier) {
        return types.flatMap(known -> Optional.ofNullable(known.get(identifier)));
    }
}
