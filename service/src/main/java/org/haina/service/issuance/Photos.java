package org.haina.service.issuance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.haina.certificates.printing.Portrait;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.files.FileId;
import org.haina.service.files.Files;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** The photos of a case that its certificate shows, as they stand now and ready to print. */
@Component
class Photos {

    private final CaseMaterials materials;
    private final Files files;

    Photos(CaseMaterials materials, Files files) {
        this.materials = materials;
        this.files = files;
    }

    /**
     * By the key of the material; one that nobody uploaded is absent.
     *
     * @param wanted such as {@code materials.photo}; other paths are passed over
     */
    ObjectNode of(CaseNumber number, Collection<String> wanted) {
        ObjectNode photos = JsonNodeFactory.instance.objectNode();
        materials.of(number).stream()
                .filter(piece -> piece.source() == Source.UPLOAD && wanted.contains("materials." + piece.key()))
                .forEach(piece -> put(photos, piece));
        return photos;
    }

    private void put(ObjectNode photos, SuppliedMaterial piece) {
        files.open(FileId.of(piece.reference()))
                .ifPresent(photo -> photos.put(piece.key(), Portrait.of(photo).base64()));
    }
}
