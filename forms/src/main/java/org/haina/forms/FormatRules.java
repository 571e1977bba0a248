package org.haina.forms;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules behind {@link IdentifierFormat}: each answers what is wrong, in Chinese, or nothing. */
final class FormatRules {
    private static final int LONGEST_IDENTIFIER = 320; // an e-mail address, RFC 5321
    private static final Pattern ORGANISATION = Pattern.compile("([0-9A-Z]{8})-?([0-9X])");
    private static final Pattern PERMANENT_OLD = Pattern.compile("[A-Z]{3}\\d{12}");
    private static final Pattern PERMANENT_2023 = Pattern.compile("9\\d{5}(\\d{4})(\\d{2})(\\d{2})\\d{3}[\\dX]");
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9_%+-]+(\\.[A-Za-z0-9_%+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");
    private static final Pattern TEACHER = Pattern.compile("((?:19|20)\\d{2})[1-6]\\d\\d{3}[1-7][12]\\d{6}");
    private static final Pattern STUDENT_J = Pattern.compile("J\\d{6}(\\d{4})(\\d{2})(\\d{2})\\d{3}[\\dX]");
    private static final Pattern STUDENT_L = Pattern.compile("L\\d{6}(\\d{4})(\\d{2})(\\d{2})\\d{4}");
    // Han by block as well: a runtime older than a character's Unicode version does not know its script.
    private static final String LETTER = "[\\p{IsHan}\\x{20000}-\\x{3FFFF}\\p{IsLatin}\\p{M}]";
    private static final Pattern NAME = Pattern.compile(LETTER + "+([·.'’ -]{1,2}" + LETTER + "+)*\\.?");
    private static final int FIRST_TEACHER_CERTIFICATE = 1996; // the regulation is of December 1995

    private FormatRules() {}

    interface Rule {
        Optional<String> problem(String value, Identifiers identifiers);
    }

    static Rule pattern(String regex, String expected) {
        Pattern pattern = Pattern.compile(regex);
        return (value, identifiers) -> unless(matches(pattern, value), expected);
    }

    static Rule listed(String codeList, String expected) {
        return (value, identifiers) -> unless(CodeList.named(codeList).contains(value), expected);
    }

    static Rule itemCode(String tail, String expected) {
        Pattern pattern = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}[1-7]\\d{12}" + tail);
        return (value, identifiers) -> matches(pattern, value)
                ? creditCode(value.substring(0, 18), identifiers).map(flaw -> "前18位" + flaw)
                : Optional.of(expected + "：18位统一社会信用代码、1位行使层级、数字编码");
    }

    static Optional<String> identityNumber(String value, Identifiers identifiers) {
        IdentityNumber.Flaw flaw = IdentityNumber.flawOf(value);
        if (flaw != IdentityNumber.Flaw.NONE) return Optional.of(flaw.words());
        IdentityNumber number = new IdentityNumber(value);
        if (number.isDemo() && !identifiers.demo()) return Optional.of(IdentityNumber.Flaw.AREA.words());
        return unless(!number.birthDate().isAfter(identifiers.today()), "出生日期晚于今天，请对照证件核对");
    }

    static Optional<String> residencePermit(String value, Identifiers identifiers) {
        Optional<String> flaw = identityNumber(value, identifiers);
        return flaw.isPresent() ? flaw : unless(new IdentityNumber(value).isResidencePermit(), "应以81、82或83开头");
    }

    static Optional<String> creditCode(String value, Identifiers identifiers) {
        if (!UnifiedSocialCreditCode.hasShape(value)) return Optional.of("应为18位数字或大写字母，不使用I、O、S、V、Z");
        if (!UnifiedSocialCreditCode.isValid(value)) return Optional.of("校验码不对，请对照登记证书核对");
        return unless(identifiers.demo() || !new UnifiedSocialCreditCode(value).isDemo(), "登记地区代码不存在，请核对");
    }

    static Optional<String> organisationCode(String value, Identifiers identifiers) {
        var parts = ORGANISATION.matcher(value);
        if (!parts.matches()) return Optional.of("应为9位：8位数字或大写字母加1位校验码");
        boolean valid =
                CheckCharacter.ofOrganisation(parts.group(1)) == parts.group(2).charAt(0);
        return unless(valid, "校验码不对，请核对");
    }

    static Optional<String> permanentResidence(String value, Identifiers identifiers) {
        if (PERMANENT_OLD.matcher(value).matches()) return Optional.empty();
        var parts = PERMANENT_2023.matcher(value);
        if (!parts.matches()) return Optional.of("应为9开头的18位号码，或旧证的3位字母加12位数字");
        if (!CalendarDate.exists(parts.group(1), parts.group(2), parts.group(3)))
            return Optional.of(IdentityNumber.Flaw.BIRTH_DATE.words());
        return unless(CheckCharacter.ofIdentity(value) == value.charAt(17), IdentityNumber.Flaw.CHECK.words());
    }

    static Optional<String> email(String value, Identifiers identifiers) {
        return unless(
                value.length() <= LONGEST_IDENTIFIER && MAIL.matcher(value).matches(), "应类似 name@example.com");
    }

    /** 17 digits: year, province, recognising organ, kind 1–7, sex, sequence. */
    static Optional<String> teacherCertificate(String value, Identifiers identifiers) {
        var parts = TEACHER.matcher(value);
        if (!parts.matches()) return Optional.of("应为17位数字，请对照教师资格证书核对");
        int year = Integer.parseInt(parts.group(1));
        boolean possible =
                year >= FIRST_TEACHER_CERTIFICATE && year <= identifiers.today().getYear();
        return unless(possible, "前4位是发证年份，请对照证书核对");
    }

    /** G with an identity number; J with a checked, L with a temporary number. */
    static Optional<String> studentNumber(String value, Identifiers identifiers) {
        if (value.startsWith("G"))
            return identityNumber(value.substring(1), identifiers).map(flaw -> "G后面的号码" + flaw);
        var checked = STUDENT_J.matcher(value);
        if (checked.matches())
            return unless(
                    CalendarDate.exists(checked.group(1), checked.group(2), checked.group(3))
                            && CheckCharacter.ofIdentity(value.substring(1)) == value.charAt(18),
                    "出生日期或校验码不对，请核对");
        var temporary = STUDENT_L.matcher(value);
        boolean valid =
                temporary.matches() && CalendarDate.exists(temporary.group(1), temporary.group(2), temporary.group(3));
        return unless(valid, "应为G、J或L加18位号码");
    }

    static Optional<String> personName(String value, Identifiers identifiers) {
        boolean valid = value.length() <= 100 && NAME.matcher(value).matches();
        return unless(valid, "只能填写汉字或字母，名字中间的点用“·”");
    }

    static Optional<String> pastDate(String value, Identifiers identifiers) {
        Optional<LocalDate> date = CalendarDate.parse(value);
        if (date.isEmpty()) return Optional.of("没有这一天，请核对年、月、日");
        return unless(!date.get().isAfter(identifiers.today()), "不能晚于今天");
    }

    private static boolean matches(Pattern pattern, String value) {
        return value.length() <= LONGEST_IDENTIFIER && pattern.matcher(value).matches();
    }

    private static Optional<String> unless(boolean valid, String problem) {
        return valid ? Optional.empty() : Optional.of(problem);
    }
}
