package org.haina.service.doctor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.haina.certificates.CertificateDefinition;
import org.haina.processes.AfterGrant.Renewal;
import org.haina.processes.InvalidItemException;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.springframework.stereotype.Component;

/** What renews licences renews those of an item that grants them, in time; what is looked into every year has its clocks. */
@Component
class TenureInspection implements ItemInspection {

    private final CaseClocks clocks;

    TenureInspection(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void inspect(ItemFolder item, Report report) {
        ItemDefinition definition = item.definition();
        String file = item.path("processes", "item.yaml");
        Renewal renewal = definition.renewal();
        certificate(item, renewal != null, report);
        if (renewal != null) {
            report.unless(
                    granting(item, renewal.item()),
                    file,
                    "renewal.item",
                    "there is no item " + renewal.item() + " that grants licences");
            counts(definition, ClockName.RENEWAL, file, "renewal", report);
        }
        if (definition.yearlyCheck() != null) {
            counts(definition, ClockName.YEARLY_CHECK, file, "yearlyCheck.limit", report);
            counts(definition, ClockName.YEARLY_RECTIFICATION, file, "yearlyCheck.rectification", report);
        }
    }

    private void counts(ItemDefinition definition, ClockName clock, String file, String element, Report report) {
        String policy = definition.clockPolicy();
        report.unless(
                !clocks.hasPolicy(policy) || clocks.hasClock(policy, clock),
                file,
                element,
                "the clock policy " + policy + " has no clock " + clock);
    }

    /** A renewal makes the licence hold longer, and nothing else does. */
    private static void certificate(ItemFolder item, boolean renews, Report report) {
        String name = item.definition().certificate();
        if (name == null) {
            return;
        }
        item.file("certificates", name + ".yaml")
                .flatMap(TenureInspection::parsed)
                .ifPresent(certificate -> report.unless(
                        certificate.validity().renews() == renews,
                        item.path("certificates", name + ".yaml"),
                        "validity",
                        "carried with a period exactly when the item renews licences"));
    }

    /** What cannot be read is reported where it is examined itself. */
    private static Optional<CertificateDefinition> parsed(byte[] yaml) {
        try {
            return Optional.of(CertificateDefinition.parse(new String(yaml, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean granting(ItemFolder item, String key) {
        return item.files().entrySet().stream()
                .filter(entry -> entry.getKey().matches("processes/[^/]+/" + key + "/item\\.yaml"))
                .anyMatch(entry -> grants(entry.getValue()));
    }

    private static boolean grants(byte[] yaml) {
        try {
            ItemDefinition other = ItemDefinition.parse(yaml);
            return other.shape() == Shape.LICENCE && other.certificate() != null;
        } catch (InvalidItemException e) {
            return false;
        }
    }
}
