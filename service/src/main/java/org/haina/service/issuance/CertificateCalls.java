package org.haina.service.issuance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.outbound.OutboundCall.Kind;
import org.springframework.stereotype.Component;

/** What issuing asks of and tells to other authorities. */
@Component
class CertificateCalls {

    static final String NUMBER = "certificate:number";
    static final String REGISTER = "certificate:register";
    static final String STATUS = "certificate:status";
    static final String RESULT = "result:push";

    private static final String STORE = "licence-store";

    private final Outbound outbound;
    private final ObjectMapper json;
    private final IssuanceSettings settings;

    CertificateCalls(Outbound outbound, ObjectMapper json, IssuanceSettings settings) {
        this.outbound = outbound;
        this.json = json;
        this.settings = settings;
    }

    void askNumber(CaseNumber number, String register, ObjectNode parameters, String title) {
        send(number, Kind.CERTIFICATE, register, "certificate-number", NUMBER, parameters, "颁发" + title + "：取得证书编号");
    }

    void register(CaseNumber number, ObjectNode parameters, String title) {
        send(number, Kind.CERTIFICATE, STORE, "register", REGISTER, parameters, "颁发" + title + "：归集电子证照");
    }

    void changeStatus(Certificate certificate, CertificateStatus status, String reason) {
        ObjectNode parameters = json.createObjectNode()
                .put("licence", certificate.identifier().orElseThrow())
                .put("status", status.storeCode())
                .put("reason", reason);
        String purpose = certificate.title() + status.label() + "：变更证照状态";
        send(certificate.caseNumber(), Kind.CERTIFICATE, STORE, "change-status", STATUS, parameters, purpose);
    }

    void pushResult(CaseNumber number, ObjectNode parameters, String item) {
        send(number, Kind.PUSH, "citizen-cloud", "push-status", RESULT, parameters, "办理" + item + "：告知办理结果");
    }

    private void send(
            CaseNumber number,
            Kind kind,
            String register,
            String query,
            String reference,
            ObjectNode parameters,
            String purpose) {
        Duration patience = settings.patience();
        outbound.send(new OutboundCall(number, kind, register, query, reference, parameters, purpose, patience));
    }
}
