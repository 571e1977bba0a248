package org.haina.service.issuance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.haina.processes.ItemDefinition;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** 送达 (行政许可法 44): puts the result at the applicant's disposal and tells them; the receipt is the proof. */
@Service
class ResultDelivery {

    private static final String KIND = "RESULT_SERVED";
    private static final Set<CaseStatus> FAVOURABLE =
            EnumSet.of(CaseStatus.GRANTED, CaseStatus.FILED, CaseStatus.ANSWERED);
    private static final String CONSENT = "electronicService";

    private final Cases cases;
    private final Catalog catalog;
    private final Holders holders;
    private final CertificateCalls calls;
    private final ObjectMapper json;
    private final Clock clock;

    ResultDelivery(
            Cases cases, Catalog catalog, Holders holders, CertificateCalls calls, ObjectMapper json, Clock clock) {
        this.cases = cases;
        this.catalog = catalog;
        this.holders = holders;
        this.calls = calls;
        this.json = json;
        this.clock = clock;
    }

    /** Delivers once, however often it is called for the case. */
    void deliver(CaseNumber number) {
        if (cases.timeline(number).stream().anyMatch(entry -> entry.kind().equals(KIND))) {
            return;
        }
        CaseFile file = cases.get(number);
        ItemVersion version = catalog.version(file.itemVersion());
        ItemDefinition item = version.definition();
        CaseStatus end = end(file.status());
        String words = FAVOURABLE.contains(end)
                ? item.resultWords().granted()
                : item.resultWords().refused();
        cases.note(number, KIND, served(file, version, words), Actor.SYSTEM);
        ObjectNode news = json.createObjectNode()
                .put("idNumber", holders.told(file).path("idNumber").asText())
                .put("caseNumber", number.value())
                .put("itemTitle", item.title().zh())
                .put("status", end.name())
                .put("statusText", words)
                .put("at", clock.instant().toString());
        calls.pushResult(number, news, item.title().zh());
    }

    /** What the case ends as once the result is served; a filing has ended when it is filed, a question when it is answered. */
    private static CaseStatus end(CaseStatus now) {
        return switch (now) {
            case ISSUING -> CaseStatus.GRANTED;
            case REFUSING -> CaseStatus.REFUSED;
            default -> now;
        };
    }

    /**
     * Electronic service of a decision needs the applicant's consent (行政许可法 44, 国务院令第716号 第十二条); a question or
     * complaint that does not ask is answered to the account it came from.
     */
    private static String served(CaseFile file, ItemVersion version, String words) {
        boolean asked = version.applicationForm().layout().questions().anyMatch(question -> question.field()
                .equals(CONSENT));
        if (!asked) {
            return version.definition().isQuestion()
                    ? "结果“" + words + "”已送达“我的办件”，可以随时查看"
                    : "结果“" + words + "”已作出，可以在“我的办件”查看和下载；书面文书请到受理窗口领取";
        }
        return file.data().path(CONSENT).asBoolean(false)
                ? "结果“" + words + "”已送达“我的办件”，可以随时下载"
                : "结果“" + words + "”已作出，请到受理窗口领取书面决定；也可以在“我的办件”查看";
    }
}
