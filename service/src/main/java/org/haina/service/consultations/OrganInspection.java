package org.haina.service.consultations;

import java.util.Optional;
import org.haina.processes.InvalidModelException;
import org.haina.processes.ItemDefinition.Place;
import org.haina.processes.ProcessModel;
import org.haina.processes.ProcessModel.HandedPhase;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.haina.service.catalog.Organs;
import org.haina.service.clock.CaseClocks;
import org.haina.service.keys.District;
import org.springframework.stereotype.Component;

/** Every organ a phase is handed to exists wherever the item is offered, and every department asked has its clock. */
@Component
class OrganInspection implements ItemInspection {

    private static final String ASKING = "opinion";

    private final Organs organs;
    private final CaseClocks clocks;

    OrganInspection(Organs organs, CaseClocks clocks) {
        this.organs = organs;
        this.clocks = clocks;
    }

    @Override
    public void inspect(ItemFolder item, Report report) {
        String file = item.path("processes", item.definition().key() + ".bpmn");
        Optional.ofNullable(item.files().get(file)).ifPresent(bytes -> {
            try {
                ProcessModel.parse(file, bytes).handedPhases().forEach(handed -> {
                    item.definition().places().forEach(place -> exists(file, handed, place, report));
                    counts(file, handed, item.definition().clockPolicy(), report);
                });
            } catch (InvalidModelException e) {
                report.add(file, "file", "cannot be read");
            }
        });
    }

    private void exists(String file, HandedPhase handed, Place place, Report report) {
        report.unless(
                organs.has(new District(place.district()), handed.organ()),
                file,
                handed.id(),
                "is handed to " + handed.organ() + ", which " + place.district() + " does not have");
    }

    private void counts(String file, HandedPhase handed, String policy, Report report) {
        if (handed.phase().equals(ASKING)) {
            report.unless(
                    Department.find(handed.organ())
                            .filter(department -> clocks.hasClock(policy, department.clock()))
                            .isPresent(),
                    file,
                    handed.id(),
                    "asks " + handed.organ() + ", for whose answer " + policy + " has no clock");
        }
    }
}
