package org.haina.processes;

import java.util.List;

/**
 * What everybody may read of a grant of the item (licence law 5 and 40), besides decision, holder, organ and days: answers of the form by
 * field, each among the promoted ones. The holder's name is masked where the holder is a person, whatever stands here.
 */
public record Publication(List<String> fields) {

    public Publication {
        fields = List.copyOf(fields);
    }
}
