package org.haina.integrations.hospital;

import java.time.Clock;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.Gateway;
import org.haina.integrations.hospital.MedicalAnswer.Conclusion;

/** The designated hospital; only reads, so repeating is safe. */
public final class DesignatedHospital {

    private final Gateway gateway;

    public DesignatedHospital(AuthoritySettings settings, Clock clock) {
        this.gateway = new Gateway("hospital", settings, clock);
    }

    /** Asks for the conclusion of a person's examination in a round, such as {@code 2026-autumn}. */
    public MedicalAnswer conclusion(String requestId, String round, String name, String idNumber, String purpose) {
        var question = Channel.object()
                .put("pc", round)
                .put("xm", name)
                .put("zjhm", idNumber)
                .put("cxsy", purpose);
        var answer = gateway.call("tjzx/tjjl", requestId, question);
        if (!answer.text("IsSuccess").equals("true")) {
            throw answer.rejected(answer.text("ErrorCode"));
        }
        return answer.first("DataList")
                .map(found -> concluded(found.about("zjhm", idNumber)))
                .orElseGet(MedicalAnswer.NoResult::new);
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return gateway.channel().open();
    }

    private static MedicalAnswer concluded(Fields found) {
        var conclusion =
                switch (found.text("tjjl")) {
                    case "合格" -> Conclusion.PASSED;
                    case "不合格" -> Conclusion.FAILED;
                    case "待复查" -> Conclusion.RECHECK;
                    default -> throw found.malformed("tjjl");
                };
        return new MedicalAnswer.Concluded(conclusion, found.date("tjrq"), found.text("yymc"));
    }
}
