package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifierFormatTest {

    @ParameterizedTest
    @CsvSource({
        "cn-id-number, 310101201003070019",
        "cn-id-number, 310115198802293124",
        "cn-id-number, 310104201109150024",
        "cn-id-number, 310112199505204434",
        "cn-id-number, 310151197801015553",
        "cn-id-number, 31010620120601107X",
        "cn-id-number, 31010620120601107x",
        "cn-id-number, 810000200908120035",
        "hk-mo-tw-residence, 810000200908120035",
        "hk-mo-tw-residence, 820000199912310049",
        "hk-mo-tw-residence, 830000198506060053",
        "cn-uscc, 11310000T10000013P",
        "cn-uscc, 12310101T20000025H",
        "cn-uscc, 52310115MJT0000377",
        "cn-uscc, 91310104MA1FT0043H",
        "cn-uscc, 5231000050T100051H",
        "cn-uscc, 11320902014360621U",
        "cn-uscc, 12441500196720244T",
        "cn-org-code, T1000001-3",
        "cn-org-code, T10000013",
        "cn-org-code, MA1FT004-3",
        "cn-org-code, MJT00003-7",
        "cn-org-code, 50T10005-1",
        "cn-mobile, 13800000000",
        "cn-mobile, 19900000000",
        "cn-landline, 58880000",
        "cn-landline, 021-58880000",
        "cn-postcode, 200001",
        "hk-mo-permit, H12345678",
        "hk-mo-permit, M1234567801",
        "tw-permit, 12345678",
        "permanent-residence, 931840198002150011",
        "permanent-residence, ABC123456789012",
        "cn-passport, E12345678",
        "cn-passport, G12345678",
        "cn-passport, EA1234567",
        "foreign-passport, AB12345",
        "email, zhang.shili@example.com",
        "teacher-certificate, 20263110041000123",
        "school-code, 3431900001",
        "school-code, 2131900001",
        "school-code, 1131900001",
        "student-number, G310101201003070019",
        "basic-item-code, 321005012000",
        "basic-item-code, 312090049000",
        "implementation-code, 12441500196720244T3442199806003",
        "implementation-code, 11310000T10000013P2310105012000",
        "handling-code, 11320902014360621U432100501200001",
        "handling-code, 11310104T10104015C400010500200001",
        "document-number, 31-99A21-0099",
        "person-name, 张示例",
        "person-name, 买买提·示例",
        "person-name, 𠮷示例",
        "person-name, 〇示例",
        "person-name, Chan Example",
        "person-name, O'Example-Smith Jr.",
        "past-date, 2026-11-23",
        "sh-district, 310151",
        "cn-ethnic, 56",
        "cn-ethnic, 97",
    })
    void a_valid_value_is_accepted(String format, String value) {
        assertThat(problem(format, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cn-id-number, 310101201003070018, 校验",
        "cn-id-number, 310115202302290011, 日期不存在",
        "cn-id-number, '310101201003070019 ', 18位",
        "cn-id-number, 310101100307001, 18位",
        "cn-id-number, 910101201003070019, 地区代码",
        "cn-id-number, 840000200908120035, 地区代码",
        "cn-id-number, ３１０１０１２０１００３０７００１９, 18位",
        "hk-mo-tw-residence, 310101201003070019, 81",
        "cn-uscc, 11310000T10000013Q, 校验码",
        "cn-uscc, 11310000T1000001IP, 18位",
        "cn-uscc, 11310000T10000013, 18位",
        "cn-org-code, T1000001-4, 校验码",
        "cn-org-code, T100001-3, 9位",
        "cn-mobile, 12800000000, 11位",
        "cn-mobile, 1380000000, 11位",
        "cn-mobile, +8613800000000, 11位",
        "cn-landline, 02111112222, 固定电话",
        "cn-postcode, 100000, 邮政编码",
        "hk-mo-permit, X12345678, H或M",
        "tw-permit, 1234567, 8位",
        "permanent-residence, 931840198002150012, 校验",
        "permanent-residence, 931840198002300011, 日期不存在",
        "cn-passport, EI1234567, 字母",
        "foreign-passport, AB12, 5至20位",
        "email, zhang@example, name@example.com",
        "email, 'zhang shili@example.com', name@example.com",
        "teacher-certificate, 20263110081000123, 17位",
        "teacher-certificate, 20273110041000123, 发证年份",
        "teacher-certificate, 19953110041000123, 发证年份",
        "school-code, 3831900001, 10位",
        "school-code, 343190000, 10位",
        "student-number, G310101201003070018, 校验",
        "student-number, X310101201003070019, G、J或L",
        "basic-item-code, 32100501200, 12位",
        "implementation-code, 12441500196720244U3442199806003, 校验码",
        "implementation-code, 12441500196720244T8442199806003, 31位",
        "handling-code, 11310104T10104015C4000105002000, 33位",
        "document-number, 31号, 数字、字母",
        "document-number, 12345, 6至30位",
        "person-name, 张3, 汉字或字母",
        "person-name, ·张示例, 汉字或字母",
        "person-name, 张示例;, 汉字或字母",
        "past-date, 2026-11-24, 今天",
        "past-date, 2026-02-30, 没有这一天",
        "past-date, 0001-01-01, 没有这一天",
        "sh-district, 310103, 选择",
        "cn-ethnic, 57, 选择",
    })
    void an_invalid_value_is_refused_and_the_reason_named(String format, String value, String reason) {
        assertThat(problem(format, value)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "cn-id-number, ' ３１０１０６ 20120601 107x ', 31010620120601107X",
        "cn-uscc, 91310104ma1ft0043h, 91310104MA1FT0043H",
        "cn-mobile, +86 138-0000-0000, 13800000000",
        "cn-mobile, １３８００００００００, 13800000000",
        "hk-mo-permit, h12345678, H12345678",
        "document-number, ' ３１９９ 9210 ', 31999210",
        "person-name, '买买提 • 示例', 买买提·示例",
        "person-name, ' Chan   Example ', Chan Example",
        "person-name, \uF92C示例, \uF92C示例",
        "past-date, 2026年3月5日, 2026-03-05",
        "past-date, 2026/3/15, 2026-03-15",
        "past-date, 20260305, 2026-03-05",
        "past-date, 昨天, 昨天",
    })
    void what_people_type_gets_one_spelling(String format, String typed, String canonical) {
        assertThat(Forms.PRODUCTION.canonical(named(format), typed)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"cn-id-number, 31999919990512102X", "cn-uscc, 11319999MB0100001A"})
    void the_never_assigned_area_is_admitted_in_a_demonstration_only(String format, String value) {
        assertThat(Forms.DEMO.accepts(named(format), value)).isTrue();
        assertThat(Forms.PRODUCTION.problem(named(format), value))
                .hasValueSatisfying(p -> assertThat(p).contains("地区代码不存在"));
    }

    @Test
    void a_birth_date_after_today_is_refused() {
        String tomorrow = "31010120261124001";

        assertThat(problem("cn-id-number", tomorrow + CheckCharacter.ofIdentity(tomorrow)))
                .contains("晚于今天");
    }

    @ParameterizedTest
    @EnumSource(IdentifierFormat.class)
    void every_format_refuses_nonsense_of_any_length_with_chinese_words(IdentifierFormat format) {
        for (String nonsense : new String[] {"", " ", "<script>", "9".repeat(100_000), "\u202e1", "%00"})
            assertThat(Forms.DEMO.problem(format, nonsense))
                    .hasValueSatisfying(p -> assertThat(p).matches(".*\\p{IsHan}.*"));
    }

    private static String problem(String format, String value) {
        return Forms.PRODUCTION.problem(named(format), value).orElse("");
    }

    private static IdentifierFormat named(String format) {
        return IdentifierFormat.named(format).orElseThrow();
    }
}
