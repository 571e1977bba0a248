package org.haina.service.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.deliveries.Deliveries;
import org.haina.service.deliveries.Delivery;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.Documents;
import org.haina.service.edge.Problem;
import org.haina.service.terminations.ServiceWay;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 登记文书送达: a document was served on paper to an applicant who has not agreed to be served online. */
@Component
@Order(26)
class RecordDelivery implements CaseAct {

    private static final String DOCUMENT = "document";
    private static final String WAY = "way";
    private static final String DAY = "day";

    private final Documents documents;
    private final Deliveries deliveries;

    RecordDelivery(Documents documents, Deliveries deliveries) {
        this.documents = documents;
        this.deliveries = deliveries;
    }

    @Override
    public String key() {
        return "record-delivery";
    }

    @Override
    public String label() {
        return "登记文书送达";
    }

    @Override
    public String explain() {
        return "申请人没有同意电子送达，或者单位现在没有委托期限以内的经办人的，文书送达以后在这里登记。复议和诉讼的期限从送达之日起计算。送达回证可以在文书列表打印。";
    }

    @Override
    public boolean isOfActingOrgan() {
        return false;
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return CaseActs.handles(official)
                && !pending(situation.file(), situation.documents(), official).isEmpty();
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(
                Field.choice(
                        DOCUMENT,
                        "文书",
                        pending(file, documents.of(file), official).stream()
                                .map(document -> new Field.Option(
                                        document.id().toString(),
                                        "%s（%s）".formatted(document.title(), document.number())))
                                .toList()),
                Field.choice(
                        WAY,
                        "送达方式",
                        Arrays.stream(ServiceWay.values())
                                .map(way -> new Field.Option(way.name(), way.label()))
                                .toList()),
                Field.coded(DAY, "送达之日", "例如：2026-11-23；公告送达的，写发出公告之日，期满以后即为送达", "\\d{4}-\\d{2}-\\d{2}"),
                Field.line("receiver", "签收人", "写姓名；留置送达的写见证人，公告送达的写“公告”。"),
                Field.line("proof", "送达凭证", "送达回证、邮件或者公告的编号。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return chosen(file, input)
                .map(document -> deliveries.of(file, List.of(document)).get(document.id()))
                .filter(served(input)::equals)
                .isPresent();
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        CaseDocument document = chosen(file, input)
                .filter(one -> one.org().equals(official.org()))
                .orElseThrow(Cases::unknown);
        deliveries.record(file, document, day(input), served(input), official);
    }

    private List<CaseDocument> pending(CaseFile file, List<CaseDocument> all, Official official) {
        return deliveries.waiting(all, deliveries.of(file, all)).stream()
                .filter(document -> document.org().equals(official.org()))
                .toList();
    }

    private Optional<CaseDocument> chosen(CaseFile file, ActInput input) {
        return documents.of(file).stream()
                .filter(document -> document.id().toString().equals(input.get(DOCUMENT)))
                .findFirst();
    }

    private Delivery served(ActInput input) {
        return deliveries.onPaper(
                UUID.fromString(input.get(DOCUMENT)),
                ServiceWay.valueOf(input.get(WAY)),
                day(input),
                input.get("receiver"),
                input.get("proof"));
    }

    private static LocalDate day(ActInput input) {
        try {
            return LocalDate.parse(input.get(DAY));
        } catch (DateTimeException e) {
            throw Problem.invalid("没有这一天，请核对送达之日", Map.of());
        }
    }
}
