package org.haina.service.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Check;

/** A check about to be opened; without parameters it goes to a person at once. */
record OpenCheck(Check check, Optional<ObjectNode> parameters) {

    CheckState state() {
        return parameters.isPresent() ? CheckState.WAITING : CheckState.MANUAL;
    }

    String trouble() {
        return parameters.isPresent() ? "" : "NO_PARAMETERS";
    }

    String key() {
        return check.register() + "/" + check.query();
    }
}
