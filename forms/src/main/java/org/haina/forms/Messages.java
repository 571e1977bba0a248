package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.Optional;
import org.haina.forms.FormLayout.Question;
import org.haina.forms.FormLayout.Text;
import org.haina.forms.FormLayout.Type;

/** Sentences of findings, in Simplified Chinese, naming the question as the page does. */
final class Messages {
    private final Identifiers identifiers;

    Messages(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    static String missing(Question question) {
        String label = question.label().zh();
        return switch (question.widget()) {
            case RADIO, SELECT, REGION, CHECKBOX -> "请选择" + label;
            case DECLARATION -> "请阅读并勾选“" + label + "”";
            case PHOTO, MATERIAL -> "请上传" + label;
            default -> "请填写" + label;
        };
    }

    static String hidden(Question question) {
        return quoted(question) + "按前面的选择不用填写，请删除";
    }

    static String unknown(String name) {
        String shown = TextRules.flawOfLine(name).isPresent() || name.length() > 40 ? "未知项" : name;
        return "表单里没有“" + shown + "”这一项，请删除";
    }

    static String unsafe(Question question, String flaw) {
        return quoted(question) + flaw;
    }

    static String disagreeing(Question question, Question number) {
        return quoted(question) + "与" + number.label().zh() + "不一致，请核对";
    }

    static String disordered(Question question, Question earlier) {
        return quoted(question) + "应当晚于" + earlier.label().zh() + "，请核对";
    }

    /** Turns the validator's message into ours; the value tells details such as which check failed. */
    String broken(Question question, ValidationMessage broken, JsonNode value) {
        String limit =
                broken.getSchemaNode() == null ? "" : broken.getSchemaNode().asText();
        return switch (broken.getType()) {
            case "type" -> type(question);
            case "enum" -> quoted(question) + "请从列出的选项中选择";
            case "const" -> missing(question);
            case "maxLength" -> quoted(question) + "最多" + limit + "个字" + counted(value);
            case "minLength" -> quoted(question) + "至少" + limit + "个字" + counted(value);
            case "minimum" -> quoted(question) + "不能小于" + limit;
            case "maximum" -> quoted(question) + "不能大于" + limit;
            case "minItems" -> quoted(question) + "至少选择" + limit + "项";
            case "maxItems" -> quoted(question) + "最多选择" + limit + "项";
            case "uniqueItems" -> quoted(question) + "有重复的选择";
            case "pattern" -> incorrect(question, expected(question));
            case "format" -> incorrect(question, problem(question, value.asText()));
            default -> quoted(question) + "填写有误，请核对";
        };
    }

    private static String type(Question question) {
        Type type = question.answer().type();
        boolean number = type == Type.INTEGER || type == Type.NUMBER;
        return number
                ? quoted(question) + "请填写" + (type == Type.INTEGER ? "整数" : "数字")
                : quoted(question) + "填写的内容类型不对，请重新填写";
    }

    private String problem(Question question, String value) {
        return Optional.ofNullable(question.answer().format())
                .flatMap(IdentifierFormat::named)
                .flatMap(format -> identifiers.problem(format, value))
                .orElse("没有这一天，请核对年、月、日");
    }

    private static String expected(Question question) {
        Text error = question.error();
        return error == null ? "请核对后重新填写" : error.zh();
    }

    private static String incorrect(Question question, String expected) {
        return quoted(question) + (expected.startsWith("应") ? "格式不正确：" : "") + expected;
    }

    private static String counted(JsonNode value) {
        if (!value.isTextual()) return "";
        String text = value.asText();
        return "，现在是" + text.codePointCount(0, text.length()) + "个字";
    }

    private static String quoted(Question question) {
        return "“" + question.label().zh() + "”";
    }
}
