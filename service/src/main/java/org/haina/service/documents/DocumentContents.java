package org.haina.service.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.haina.processes.ApprovalByCommitment;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.PhoneKind;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Organ;
import org.haina.service.edge.EdgeSettings;
import org.haina.service.pages.ChineseWords;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/** What any document of a case says, in words as they stand on paper; what is specific to one document wins. */
@Component
public class DocumentContents {

    private final Catalog catalog;
    private final Parties parties;
    private final CaseMaterials materials;
    private final LimitWords limits;
    private final EdgeSettings edge;
    private final ChineseWords zh;
    private final ObjectMapper json;

    DocumentContents(
            Catalog catalog,
            Parties parties,
            CaseMaterials materials,
            LimitWords limits,
            EdgeSettings edge,
            ChineseWords zh,
            ObjectMapper json) {
        this.catalog = catalog;
        this.parties = parties;
        this.materials = materials;
        this.limits = limits;
        this.edge = edge;
        this.zh = zh;
        this.json = json;
    }

    ObjectNode of(CaseFile file, Organ organ, DocumentType type, String number, Instant at, ObjectNode specific) {
        ItemVersion item = catalog.version(file.itemVersion());
        ObjectNode content = heading(file, organ, number, at);
        content.putObject("remedies")
                .put("reconsideration", organ.reconsideration())
                .put("court", organ.court());
        if (type == DocumentType.RECEIPT_VOUCHER) {
            content.set("materials", materials(file, item.definition()));
        }
        limits.addTo(content, file, item.definition());
        content.putObject("words").put("title", title(file, type));
        merge(content, specific);
        return content;
    }

    /**
     * What every document to the applicant says of itself, the organ, the applicant and the case.
     *
     * @param number as printed
     */
    public ObjectNode heading(CaseFile file, Organ organ, String number, Instant at) {
        ItemDefinition item = catalog.version(file.itemVersion()).definition();
        ObjectNode content = json.createObjectNode();
        content.putObject("document").put("number", number).put("date", zh.day(at));
        content.putObject("organ").put("name", organ.name()).put("phone", phone(item, organ));
        content.putObject("applicant")
                .put("name", parties.name(file.applicant()))
                .put("idNumber", parties.get(file.applicant()).idNumber());
        content.set("case", facts(file, item));
        return content;
    }

    private ObjectNode facts(CaseFile file, ItemDefinition item) {
        ObjectNode facts = json.createObjectNode()
                .put("number", file.number().value())
                .put("item", item.title().zh())
                .put("receivedAt", zh.moment(file.receivedAt()))
                .put("channel", file.channel().label())
                .put("fee", fee(item))
                .put("statusUrl", edge.url() + "/cases/" + file.number());
        file.acceptedAt().ifPresent(at -> facts.put("acceptedOn", zh.day(at)));
        return facts;
    }

    private static String fee(ItemDefinition item) {
        return item.fee().charged()
                ? "收费 %.2f 元（%s）".formatted(item.fee().fen() / 100.0, item.fee().basis())
                : "不收费";
    }

    private ArrayNode materials(CaseFile file, ItemDefinition item) {
        ArrayNode list = json.createArrayNode();
        for (SuppliedMaterial supplied : materials.of(file.number())) {
            list.addObject()
                    .put("ordinal", list.size())
                    .put("title", title(item, supplied.key()))
                    .put(
                            "source",
                            ApprovalByCommitment.letterOf(item)
                                            .filter(supplied.key()::equals)
                                            .isPresent()
                                    ? "网上作出"
                                    : source(supplied.source()));
        }
        return list;
    }

    private static String title(ItemDefinition item, String key) {
        return item.materials().stream()
                .filter(material -> material.key().equals(key))
                .map(material -> material.title().zh())
                .findFirst()
                .orElse(key);
    }

    private static String source(SuppliedMaterial.Source source) {
        return switch (source) {
            case UPLOAD -> "申请人上传";
            case LICENCE, UNVERIFIED -> "电子证照，免交";
            case REGISTER -> "部门核验，免交";
            case COMMITMENT -> "书面承诺，免交";
            case DEFERRED -> "书面承诺受理后补交";
        };
    }

    /** What people call a document of this case. */
    String title(CaseFile file, DocumentType type) {
        return type.title(catalog.version(file.itemVersion()).definition().resultWords());
    }

    /** The district's own telephone, else one for all; an item without any names none. */
    private static String phone(ItemDefinition item, Organ organ) {
        List<ItemDefinition.Phone> phones = item.phones().stream()
                .filter(phone -> phone.kind() == PhoneKind.CONSULTATION)
                .toList();
        return phones.stream()
                .filter(phone -> organ.district().code().equals(phone.district()))
                .findFirst()
                .or(() -> phones.stream()
                        .filter(phone -> phone.district() == null)
                        .findFirst())
                .map(ItemDefinition.Phone::number)
                .orElse("12345");
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.fields().forEachRemaining(field -> {
            JsonNode known = into.get(field.getKey());
            if (known instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                merge(object, more);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }
}
