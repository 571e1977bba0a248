package org.haina.service.yearlychecks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.haina.service.yearlychecks.YearlyCheck.Result;
import org.springframework.stereotype.Component;

/** 年度检查告知书: what has to be put right and until when, or that the check was failed and what that means. */
@Component
class YearlyCheckLetters {

    private static final String BASIS = "《中华人民共和国行政许可法》第六十一条、第六十二条";
    private static final String PUT_RIGHT = "请在上述日期以前整改，并告知本机关。整改合格的，本年度检查合格；到期没有整改的，检查结论为不合格。许可在整改期间继续有效。";
    private static final String FAILED = "许可不因检查不合格而终止，但在问题解决以前，许可证的延续由人员审核。依法应当撤销或者吊销许可的，本机关另行告知，您可以陈述、申辩。";

    private final YearlyChecks checks;
    private final Documents documents;
    private final ChineseWords zh;
    private final ObjectMapper json;

    YearlyCheckLetters(YearlyChecks checks, Documents documents, ChineseWords zh, ObjectMapper json) {
        this.checks = checks;
        this.documents = documents;
        this.zh = zh;
        this.json = json;
    }

    /** Of the latest check: to put things right while it is open, of its failure otherwise. */
    void write(CaseNumber number) {
        YearlyCheck check = checks.of(number).get(0);
        ObjectNode content = json.createObjectNode();
        ObjectNode said = content.putObject("check")
                .put("licence", check.title() + "（" + check.licence() + "）")
                .put("year", String.valueOf(check.year()))
                .put("basis", BASIS);
        if (check.isOpen()) {
            said.put("result", "限期整改").put("until", zh.day(checks.order(check))).put("afterwards", PUT_RIGHT);
        } else {
            said.put("result", Result.FAILED.label()).put("afterwards", FAILED);
        }
        said.set("facts", lines(check.findings()));
        documents.issue(number, DocumentType.YEARLY_CHECK_NOTICE, content);
    }

    private ArrayNode lines(List<String> findings) {
        ArrayNode lines = json.createArrayNode();
        findings.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        return lines;
    }
}
