package org.haina.integrations.publicsecurity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.Gateway;

/** The two questions Haina may put to public security. Both only read, so repeating them is safe. */
public final class PublicSecurity {

    private final Gateway gateway;

    public PublicSecurity(AuthoritySettings settings, Clock clock) {
        this.gateway = new Gateway("public-security", settings, clock);
    }

    /** Checks that the name belongs to the ID number. */
    public IdentityAnswer identity(String requestId, String name, String idNumber, String purpose) {
        var found = ask("gongan/sfhc", requestId, name, idNumber, purpose).first("data");
        if (found.isEmpty()) {
            return new IdentityAnswer.NotFound();
        }
        var person = found.get().about("gmsfhm", idNumber);
        return switch (person.text("hcjg")) {
            case "一致" -> confirmed(person);
            case "不一致" -> new IdentityAnswer.NameDiffers();
            default -> throw person.malformed("hcjg");
        };
    }

    /** Asks whether a criminal record exists: yes or no, nothing else. */
    public RecordAnswer criminalRecord(String requestId, String name, String idNumber, String purpose) {
        var found = ask("gongan/wfzjl", requestId, name, idNumber, purpose).first("data");
        if (found.isEmpty()) {
            return RecordAnswer.NOT_FOUND;
        }
        var person = found.get().about("gmsfhm", idNumber);
        return switch (person.text("sfyfzjl")) {
            case "否" -> RecordAnswer.CLEAR;
            case "是" -> RecordAnswer.RECORD_FOUND;
            default -> throw person.malformed("sfyfzjl");
        };
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return gateway.channel().open();
    }

    private static IdentityAnswer confirmed(Fields person) {
        return new IdentityAnswer.Confirmed(
                person.text("xb"), person.text("mz"), person.date("csrq"), person.find("mlxz"));
    }

    private Fields ask(String service, String requestId, String name, String idNumber, String purpose) {
        var answer = gateway.call(service, requestId, question(name, idNumber, purpose));
        var head = answer.object("head");
        if (!head.text("status").equals("0")) {
            throw head.rejected(head.text("status"));
        }
        return answer.object("data").object("cxjg");
    }

    private static ObjectNode question(String name, String idNumber, String purpose) {
        return Channel.object().put("xm", name).put("gmsfhm", idNumber).put("cxsy", purpose);
    }
}
