package org.haina.service.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haina.service.access.CaseScope;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;

/**
 * A case as stored, without its secrets.
 *
 * @param itemVersion the version of the item it was filed under
 * @param org unified social credit code of the organ in charge
 * @param participants codes of further organs that have had a part in it, the last to join at the end
 * @param turn code of the organ it was last handed to for handling; empty while the one in charge has it
 * @param filedBy account or client that filed it
 * @param data form data valid under {@code itemVersion}, without secret fields
 * @param supervised handled by those who supervise, unseen by all who handle cases
 * @param barred accounts of officials to whom it does not exist
 * @param processInstance id of the root process instance; empty only while the case is being received
 */
public record CaseFile(
        CaseNumber number,
        ItemKey item,
        long itemVersion,
        CaseStatus status,
        District district,
        String org,
        List<String> participants,
        Optional<String> turn,
        PartyId applicant,
        Optional<PartyId> agent,
        String filedBy,
        Channel channel,
        ObjectNode data,
        Optional<String> processInstance,
        Instant receivedAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> decidedAt,
        Optional<Instant> closedAt,
        int version,
        boolean supervised,
        List<String> barred) {

    public CaseFile {
        participants = List.copyOf(participants);
        barred = List.copyOf(barred);
    }

    /** Code of the organ whose turn it is; organs that are only asked for an opinion never have it. */
    public String acting() {
        return turn.orElse(org);
    }

    /** The same as whoever may not read it sees it. */
    CaseFile withoutData() {
        return new CaseFile(
                number,
                item,
                itemVersion,
                status,
                district,
                org,
                participants,
                turn,
                applicant,
                agent,
                filedBy,
                channel,
                JsonNodeFactory.instance.objectNode(),
                processInstance,
                receivedAt,
                acceptedAt,
                decidedAt,
                closedAt,
                version,
                supervised,
                barred);
    }

    /** What decides who may see it. */
    public CaseScope scope() {
        return new CaseScope(item, district, org, participants, applicant, agent, filedBy, supervised, barred);
    }
}
