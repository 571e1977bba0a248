package org.haina.integrations.civilaffairs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.Gateway;
import org.haina.integrations.civilaffairs.SocietyAnswer.Society;

/** Civil affairs; only reads, so repeating is safe. */
public final class CivilAffairs {

    private static final String SUCCESS = "1";

    private final Gateway gateway;
    private final Clock clock;

    public CivilAffairs(AuthoritySettings settings, Clock clock) {
        this.gateway = new Gateway("civil-affairs", settings, clock);
        this.clock = clock;
    }

    /** Looks the registration certificate of a social organisation up by its unified social credit code. */
    public SocietyAnswer registration(String requestId, String uscc, String purpose) {
        var question = Channel.object()
                .put("usc_code", uscc)
                .put("org_name", "")
                .put("start", 0)
                .put("limit", 1)
                .put("cxsy", purpose);
        var answer = gateway.call("minzheng/shzzdjzs", requestId, question);
        if (!answer.text("code").equals(SUCCESS)) {
            throw answer.rejected(answer.text("code"));
        }
        return answer.object("biz_data")
                .first("result")
                .<SocietyAnswer>map(found -> new SocietyAnswer.Found(read(found.about("usc_code", uscc))))
                .orElseGet(SocietyAnswer.NotFound::new);
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return gateway.channel().open();
    }

    private Society read(Fields found) {
        Optional<LocalDate> until = found.findDate("valid_to");
        return new Society(
                found.text("usc_code"),
                found.text("org_name"),
                found.text("org_type"),
                found.text("legal_person"),
                found.text("address"),
                found.date("reg_date"),
                until,
                state(found, until));
    }

    /** A certificate that the register has left standing ends with its last day all the same. */
    private CertificateState state(Fields found, Optional<LocalDate> until) {
        var said = CertificateState.ofWord(found.text("cert_status")).orElseThrow(() -> found.malformed("cert_status"));
        return said == CertificateState.VALID
                        && until.filter(day -> day.isBefore(LocalDate.now(clock)))
                                .isPresent()
                ? CertificateState.EXPIRED
                : said;
    }
}
