package org.haina.service.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.forms.Finding;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** Which materials an application must bring, which it may, and that they are the applicant's to give. */
@Component
class MaterialRules {

    List<Finding> check(ItemVersion item, Submission submission) {
        Set<String> supplied =
                submission.materials().stream().map(SuppliedMaterial::key).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>(item.applicationForm().checkFiles(submission.data(), supplied));
        Set<String> known =
                item.definition().materials().stream().map(Material::key).collect(Collectors.toSet());
        supplied.stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> findings.add(new Finding("/materials/" + key, "unknown", "本事项不需要这份材料：" + key)));
        return findings;
    }

    void link(CaseNumber number, Submission submission) {
        // filled by the file store's links
    }
}
