package org.haina.service.deferrals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Deferral;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** What the organ tells and the applicant has promised, on one numbered letter; and the letter that ends the case. */
@Component
class DeferralLetters {

    private final Documents documents;
    private final ChineseWords zh;
    private final ObjectMapper json;

    DeferralLetters(Documents documents, ChineseWords zh, ObjectMapper json) {
        this.documents = documents;
        this.zh = zh;
        this.json = json;
    }

    void deferred(CaseNumber number, ItemDefinition item, List<DeferredPaper> papers, LocalDate due) {
        ObjectNode content = json.createObjectNode();
        DeferredPaper signed = papers.get(0);
        List<Deferral> words = papers.stream().map(paper -> words(item, paper)).toList();
        content.putObject("deferral")
                .put("dueOn", zh.day(due))
                .put("promise", joined(words, Deferral::promise, ""))
                .put("consequence", joined(words, Deferral::consequence, ""))
                .put("basis", joined(words, Deferral::basis, "；"))
                .put("signedAt", zh.moment(signed.signedAt()))
                .put("version", signed.version());
        ArrayNode rows = content.putArray("papers");
        for (DeferredPaper paper : papers) {
            rows.addObject()
                    .put("ordinal", rows.size())
                    .put("title", title(item, paper.material()))
                    .put("form", words(item, paper).form())
                    .put("hash", paper.hash());
        }
        documents.issue(number, DocumentType.DEFERRAL_LETTER, content);
    }

    void expired(CaseNumber number, ItemDefinition item, List<DeferredPaper> owed, LocalDate due) {
        ObjectNode content = json.createObjectNode();
        content.putObject("expiry")
                .put("dueOn", zh.day(due))
                .put("papers", titles(item, owed))
                .put(
                        "basis",
                        joined(owed.stream().map(paper -> words(item, paper)).toList(), Deferral::basis, "；"));
        documents.issue(number, DocumentType.DEFERRAL_EXPIRY, content);
    }

    static String titles(ItemDefinition item, List<DeferredPaper> papers) {
        return papers.stream()
                .map(paper -> "“" + title(item, paper.material()) + "”")
                .collect(Collectors.joining("、"));
    }

    static String title(ItemDefinition item, String material) {
        return material(item, material).title().zh();
    }

    private static Deferral words(ItemDefinition item, DeferredPaper paper) {
        Deferral words = material(item, paper.material()).deferral();
        if (words == null) {
            throw new IllegalStateException("No words for " + paper.material() + " of " + item.key());
        }
        return words;
    }

    private static Material material(ItemDefinition item, String key) {
        return item.materials().stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No material " + key + " of " + item.key()));
    }

    private static String joined(
            List<Deferral> words, java.util.function.Function<Deferral, String> part, String between) {
        return words.stream().map(part).distinct().collect(Collectors.joining(between));
    }
}
