package org.haina.forms;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Identifier formats a schema may name in {@code format}. Each knows its rule and says in Chinese what is expected;
 * {@link Identifiers} applies them.
 */
public enum IdentifierFormat {
    CN_ID_NUMBER("cn-id-number", FormatRules::identityNumber, Spelling::compactUpper),
    CN_USCC("cn-uscc", FormatRules::creditCode, Spelling::compactUpper),
    CN_ORG_CODE("cn-org-code", FormatRules::organisationCode, Spelling::compactUpper),
    CN_MOBILE("cn-mobile", FormatRules.pattern("1[3-9]\\d{9}", "应为11位手机号码"), Spelling::mobile),
    CN_LANDLINE("cn-landline", FormatRules.pattern("(021-?)?[2-9]\\d{7}", "应为上海8位固定电话号码"), Spelling::compact),
    CN_POSTCODE("cn-postcode", FormatRules.pattern("20\\d{4}", "应为上海6位邮政编码，以20开头"), Spelling::compact),
    HK_MO_PERMIT(
            "hk-mo-permit", FormatRules.pattern("[HM]\\d{8}(\\d{2})?", "应为H或M加8位数字（旧证为10位数字）"), Spelling::compactUpper),
    TW_PERMIT("tw-permit", FormatRules.pattern("\\d{8}", "应为8位数字"), Spelling::compact),
    RESIDENCE_PERMIT("hk-mo-tw-residence", FormatRules::residencePermit, Spelling::compactUpper),
    PERMANENT_RESIDENCE("permanent-residence", FormatRules::permanentResidence, Spelling::compactUpper),
    CN_PASSPORT(
            "cn-passport",
            FormatRules.pattern("[EGDSP]\\d{8}|E[A-HJ-NP-Z]\\d{7}", "应为一位字母加8位数字，或E加一位字母加7位数字"),
            Spelling::compactUpper),
    FOREIGN_PASSPORT("foreign-passport", FormatRules.pattern("[A-Z0-9]{5,20}", "应为5至20位字母或数字"), Spelling::compactUpper),
    /** Numbers of certificates and diplomas, whose making differs by issuer and year. */
    DOCUMENT_NUMBER(
            "document-number",
            FormatRules.pattern("[0-9A-Za-z-]{6,30}", "应为6至30位数字、字母或短横线，请对照原件核对"),
            Spelling::compact),
    EMAIL("email", FormatRules::email, Spelling::compact),
    TEACHER_CERTIFICATE("teacher-certificate", FormatRules::teacherCertificate, Spelling::compact),
    SCHOOL_CODE(
            "school-code",
            FormatRules.pattern("(11|2[12]|3[1-7]|4[12]|51|9[123])[1-6]\\d{7}", "应为10位数字：前2位是学校类别，第3、4位是省级代码"),
            Spelling::compact),
    STUDENT_NUMBER("student-number", FormatRules::studentNumber, Spelling::compactUpper),
    BASIC_ITEM_CODE("basic-item-code", FormatRules.pattern("\\d{12}", "应为12位数字"), Spelling::compact),
    IMPLEMENTATION_CODE("implementation-code", FormatRules.itemCode("", "应为31位"), Spelling::compactUpper),
    HANDLING_CODE("handling-code", FormatRules.itemCode("\\d{2}", "应为33位"), Spelling::compactUpper),
    PERSON_NAME("person-name", FormatRules::personName, Spelling::name),
    PAST_DATE("past-date", FormatRules::pastDate, Spelling::date),
    SHANGHAI_DISTRICT("sh-district", FormatRules.listed("sh-district", "请从列出的区里选择"), Spelling::compact),
    ETHNIC_GROUP("cn-ethnic", FormatRules.listed("cn-ethnic", "请从列出的民族里选择"), Spelling::compact);

    private static final Map<String, IdentifierFormat> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(f -> f.schemaName, Function.identity()));

    private final String schemaName;
    private final FormatRules.Rule rule;
    private final UnaryOperator<String> spelling;

    IdentifierFormat(String schemaName, FormatRules.Rule rule, UnaryOperator<String> spelling) {
        this.schemaName = schemaName;
        this.rule = rule;
        this.spelling = spelling;
    }

    /** The word a JSON Schema uses in {@code format}. */
    public String schemaName() {
        return schemaName;
    }

    public static Optional<IdentifierFormat> named(String schemaName) {
        return Optional.ofNullable(BY_NAME.get(schemaName));
    }

    Optional<String> problem(String value, Identifiers identifiers) {
        return rule.problem(value, identifiers);
    }

    String canonical(String typed) {
        return spelling.apply(typed);
    }
}
