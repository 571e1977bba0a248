package org.haina.service.catalog;

import java.util.List;
import java.util.Map;
import org.haina.processes.Finding;

/** Whoever can tell whether an item's artefacts are whole. */
public interface VersionCheck {

    /**
     * Reads only.
     *
     * @param folder {@code area/item}
     * @param artefacts all by path, those of other items and the phases included
     * @return everything that is wrong
     */
    List<Finding> findings(String folder, Map<String, byte[]> artefacts);
}
