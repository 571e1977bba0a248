package org.haina.service.applications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.haina.forms.Form;
import org.haina.service.access.Caller;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;

/**
 * An application as handed in.
 *
 * @param by who hands it in
 * @param applicant who applies
 * @param agent who acts for the applicant, if anybody
 * @param idempotencyKey 1 to 100 printable characters, chosen by the sender; scoped to the sender
 * @param data all answers of the item's application form
 * @param consent hash of the text a child's guardian has consented to; empty if nobody has
 * @param named names and kinds the sender states of applicant and agent; empty if an account tells them
 */
public record Submission(
        Caller by,
        ItemKey item,
        PartyId applicant,
        Optional<PartyId> agent,
        Channel channel,
        String idempotencyKey,
        ObjectNode data,
        List<SuppliedMaterial> materials,
        List<String> named,
        Optional<String> consent) {

    public Submission {
        if (!idempotencyKey.matches("[\\x21-\\x7e]{1,100}")) {
            throw new IllegalArgumentException("An idempotency key has 1 to 100 printable characters");
        }
        materials = List.copyOf(materials);
        named = List.copyOf(named);
    }

    /** An application of somebody whose account tells who he is. */
    public Submission(
            Caller by,
            ItemKey item,
            PartyId applicant,
            Optional<PartyId> agent,
            Channel channel,
            String idempotencyKey,
            ObjectNode data,
            List<SuppliedMaterial> materials) {
        this(by, item, applicant, agent, channel, idempotencyKey, data, materials, List.of());
    }

    /** An application to which no guardian has consented. */
    public Submission(
            Caller by,
            ItemKey item,
            PartyId applicant,
            Optional<PartyId> agent,
            Channel channel,
            String idempotencyKey,
            ObjectNode data,
            List<SuppliedMaterial> materials,
            List<String> named) {
        this(by, item, applicant, agent, channel, idempotencyKey, data, materials, named, Optional.empty());
    }

    /** The same with a guardian's consent to the text of this hash; empty if there is none. */
    public Submission consenting(Optional<String> hash) {
        return new Submission(by, item, applicant, agent, channel, idempotencyKey, data, materials, named, hash);
    }

    /** The same with all answers in canonical spelling: from there on nobody need ask how something was typed. */
    Submission spelled(Form form) {
        return new Submission(
                by, item, applicant, agent, channel, idempotencyKey, form.canonical(data), materials, named, consent);
    }

    /** Account, client or party that hands it in, as {@link org.haina.service.access.Visibility} compares it. */
    String filedBy() {
        return subject().substring(subject().indexOf(':') + 1);
    }

    /** The sender as far as idempotency is concerned. */
    String subject() {
        return subjectOf(by);
    }

    static String subjectOf(Caller by) {
        if (by instanceof Caller.Citizen citizen) {
            return "party:" + citizen.party();
        }
        if (by instanceof Caller.Machine machine) {
            return "client:" + machine.clientId();
        }
        if (by instanceof Caller.Official official) {
            return "account:" + official.account();
        }
        throw new IllegalStateException("Nobody cannot submit");
    }
}
