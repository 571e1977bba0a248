package org.haina.service.credit;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** What rests on somebody's word in a case as it stands: a proof replaced, an approval, or a paper that follows. */
@Component
class PromisesMade {

    private static final Set<Source> PROMISES = EnumSet.of(Source.COMMITMENT, Source.DEFERRED);

    private final Cases cases;
    private final CaseMaterials materials;
    private final Catalog catalog;

    PromisesMade(Cases cases, CaseMaterials materials, Catalog catalog) {
        this.cases = cases;
        this.materials = materials;
        this.catalog = catalog;
    }

    /** False also where a correction has put the proof in the place of the promise, or has chosen the ordinary way. */
    boolean stand(CaseNumber number) {
        return !standing(number).isEmpty();
    }

    /** Keys of the materials that are promises as the case stands. */
    Set<String> standing(CaseNumber number) {
        Set<String> promised = materials.of(number).stream()
                .filter(piece -> PROMISES.contains(piece.source()))
                .map(SuppliedMaterial::key)
                .collect(Collectors.toSet());
        if (!promised.isEmpty()) {
            promised.removeAll(idle(cases.get(number), promised));
        }
        return promised;
    }

    /** Those of these materials that the form does not ask for under the answers it has now. */
    private Set<String> idle(CaseFile file, Set<String> supplied) {
        return catalog.version(file.itemVersion()).applicationForm().checkFiles(file.data(), supplied).stream()
                .filter(finding -> finding.rule().equals("hidden"))
                .map(finding -> finding.pointer().substring(finding.pointer().lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }
}
