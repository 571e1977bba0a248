package org.haina.integrations.diploma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.Gateway;
import org.haina.integrations.diploma.DiplomaAnswer.Diploma;

/** The national diploma service; only reads, so repeating is safe. */
public final class DiplomaService {

    private final Gateway gateway;

    public DiplomaService(AuthoritySettings settings, Clock clock) {
        this.gateway = new Gateway("diploma", settings, clock);
    }

    /** Looks a diploma up by its number and its holder. */
    public DiplomaAnswer diploma(String requestId, String number, String name, String idNumber, String purpose) {
        var answer = gateway.call("xljy/xlcx", requestId, question(number, name, idNumber, purpose));
        if (!answer.text("IsSuccess").equals("true")) {
            throw answer.rejected(answer.text("ErrorCode"));
        }
        return answer.first("DataList")
                .map(found -> read(found.about("zjhm", idNumber).about("zsbh", number), name))
                .orElseGet(DiplomaAnswer.NotFound::new);
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return gateway.channel().open();
    }

    private static DiplomaAnswer read(Fields found, String name) {
        var diploma = new Diploma(
                found.text("zsbh"),
                found.text("xm"),
                found.text("yxmc"),
                found.text("zymc"),
                found.text("cc"),
                found.date("bysj"));
        return diploma.holder().equals(name)
                ? new DiplomaAnswer.Found(diploma)
                : new DiplomaAnswer.NameDiffers(diploma);
    }

    private static ObjectNode question(String number, String name, String idNumber, String purpose) {
        return Channel.object()
                .put("zsbh", number)
                .put("xm", name)
                .put("zjhm", idNumber)
                .put("cxsy", purpose);
    }
}
