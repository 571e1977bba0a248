package org.haina.service.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haina.processes.Finding;
import org.haina.service.catalog.Artefacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Examines artefacts and stored state. */
@Service
class Doctor {

    private final ItemExamination items;
    private final StateExamination state;

    Doctor(ItemExamination items, StateExamination state) {
        this.items = items;
        this.state = state;
    }

    /** All items, an author's in place of the shipped ones, and the stored state. */
    Diagnosis examine(@Nullable Path overlay) {
        ItemExamination.Result artefacts = items.examine(Artefacts.read(overlay), folder -> true);
        List<Finding> findings = new ArrayList<>(artefacts.findings());
        StateExamination.Result stored = state.examine();
        findings.addAll(stored.findings());
        return new Diagnosis(findings, artefacts.summary() + "; " + stored.summary());
    }

    /**
     * The artefacts of one item.
     *
     * @param item {@code area/item}
     */
    Diagnosis examine(String item, @Nullable Path overlay) {
        Map<String, byte[]> artefacts = Artefacts.read(overlay);
        if (artefacts.keySet().stream().noneMatch(path -> path.startsWith("processes/" + item + "/"))) {
            return new Diagnosis(
                    List.of(new Finding("processes/" + item, item, "there is no such item")), "no item examined");
        }
        ItemExamination.Result result = items.examine(artefacts, item::equals);
        return new Diagnosis(result.findings(), result.summary());
    }
}
