package org.haina.service.doctor;

import java.util.List;
import java.util.Map;
import org.haina.processes.Finding;
import org.haina.service.catalog.VersionCheck;
import org.springframework.stereotype.Component;

/** Examines one version of an item for whoever wants to offer it. */
@Component
class ItemVersionCheck implements VersionCheck {

    private final ItemExamination items;

    ItemVersionCheck(ItemExamination items) {
        this.items = items;
    }

    @Override
    public List<Finding> findings(String folder, Map<String, byte[]> artefacts) {
        return items.examine(artefacts, folder::equals).findings();
    }
}
