package org.haina.integrations.businessregistry;

import java.time.Clock;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.businessregistry.EnterpriseAnswer.Enterprise;
import org.haina.integrations.channel.Channel;
import org.haina.integrations.channel.Fields;
import org.haina.integrations.channel.Gateway;

/** The business registry; only reads, so repeating is safe. */
public final class BusinessRegistry {

    private final Gateway gateway;

    public BusinessRegistry(AuthoritySettings settings, Clock clock) {
        this.gateway = new Gateway("business-registry", settings, clock);
    }

    /** Looks an enterprise up by its unified social credit code. */
    public EnterpriseAnswer enterprise(String requestId, String uscc, String purpose) {
        var question = Channel.object().put("uniscid", uscc).put("cxsy", purpose);
        var answer = gateway.call("scjg/qyjbxx", requestId, question);
        if (!answer.text("IsSuccess").equals("true")) {
            throw answer.rejected(answer.text("ErrorCode"));
        }
        return answer.first("DataList")
                .<EnterpriseAnswer>map(found -> new EnterpriseAnswer.Found(read(found.about("uniscid", uscc))))
                .orElseGet(EnterpriseAnswer.NotFound::new);
    }

    /** Whether calls are held back because too many failed. */
    public boolean unavailable() {
        return gateway.channel().open();
    }

    private static Enterprise read(Fields found) {
        return new Enterprise(
                found.text("uniscid"),
                found.text("entname"),
                found.text("enttype_cn"),
                found.text("name"),
                found.text("dom"),
                found.date("estdate"),
                found.text("regstate_cn"));
    }
}
