package org.haina.service.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.PartyId;

/**
 * What a submission brings.
 *
 * @param data checked form data without secrets
 * @param secrets the secret fields of the same form
 */
public record NewCase(
        CaseNumber number,
        ItemVersion item,
        District district,
        String org,
        PartyId applicant,
        Optional<PartyId> agent,
        String filedBy,
        Channel channel,
        ObjectNode data,
        ObjectNode secrets,
        List<SuppliedMaterial> materials,
        Actor by) {

    /** What the time line says of the receipt. */
    String label() {
        if (item.definition().isQuestion()) {
            return "收到" + item.definition().handedIn();
        }
        return item.definition().shape() == Shape.RECORD_FILING ? "收到备案材料" : "收到申请";
    }
}
