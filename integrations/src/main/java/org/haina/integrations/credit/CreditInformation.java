package org.haina.integrations.credit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.Gateway;

/** Public credit information; only reads, so repeating is safe. */
public final class CreditInformation {

    private static final String[] CODE = {"CF_XDR_SHXYM", "CF_XDR_TYSHXYDM", "CF_XDR_SHXYDM"};
    private static final String[] NUMBER = {"CF_XDR_ZJHM", "CF_XDR_SFZ"};

    private final Gateway gateway;
    private final Clock clock;

    public CreditInformation(AuthoritySettings settings, Clock clock) {
        this.gateway = new Gateway("credit", settings, clock);
        this.clock = clock;
    }

    /** What stands against an organisation, by its unified social credit code. */
    public CreditAnswer organisation(String requestId, String uscc, String purpose) {
        return ask(requestId, Channel.object().put(CODE[0], uscc), uscc, purpose, CODE);
    }

    /** What stands against a person, by name and ID number. */
    public CreditAnswer person(String requestId, String name, String idNumber, String purpose) {
        var question = Channel.object().put("CF_XDR_MC", name).put(NUMBER[0], idNumber);
        return ask(requestId, question, idNumber, purpose, NUMBER);
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return gateway.channel().open();
    }

    private CreditAnswer ask(String requestId, ObjectNode question, String subject, String purpose, String[] names) {
        var answer = gateway.call("xinyong/sxxx", requestId, question.put("cxsy", purpose));
        var head = answer.object("head");
        if (!head.text("status").equals("0")) {
            throw head.rejected(head.text("status"));
        }
        var found = answer.object("data").object("cxjg");
        var today = LocalDate.now(clock);
        return new CreditAnswer(
                severe(found),
                found.list("data").stream()
                        .map(PenaltyRow::new)
                        .peek(row -> row.about(subject, names))
                        .filter(row -> row.counts(today))
                        .map(PenaltyRow::entry)
                        .sorted(Comparator.comparing(LostTrust::decidedOn).reversed())
                        .toList());
    }

    private static boolean severe(Fields found) {
        return switch (found.find("sfyzsx").orElse("否")) {
            case "是", "1" -> true;
            case "否", "0" -> false;
            default -> throw found.malformed("sfyzsx");
        };
    }
}
