package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileInputTest {
    private static final Form FORM = Forms.teacher();

    record Line(String text, String words) {}

    static List<Line> unfit() {
        return List.of(
                new Line("示例<b>路", "“通信地址”不能包含尖括号"),
                new Line("示例路\u202e101号", "“通信地址”含有改变文字方向的隐藏字符，请删除后重新填写"),
                new Line("示例路\u200f101号", "“通信地址”含有改变文字方向的隐藏字符，请删除后重新填写"),
                new Line("示例路\u2067101号", "“通信地址”含有改变文字方向的隐藏字符，请删除后重新填写"),
                new Line("示例路\u0000101号", "“通信地址”含有看不见的控制字符，请删除后重新填写"),
                new Line("示例路\u200b101号", "“通信地址”含有看不见的控制字符，请删除后重新填写"),
                new Line("示例路\t101号", "“通信地址”含有看不见的控制字符，请删除后重新填写"),
                new Line("示例路\n101号", "“通信地址”只能填写一行，不能换行"),
                new Line("示例路\ud83d101号", "“通信地址”含有损坏的字符，请删除后重新填写"),
                new Line("示例路\uffff101号", "“通信地址”含有损坏的字符，请删除后重新填写"),
                new Line("示例路\ue000101号", "“通信地址”含有无法识别的自造字，请改用标准汉字"),
                new Line("示例路🏠101号", "“通信地址”不能包含表情符号"),
                new Line("示例路1\ufe0f\u20e3号", "“通信地址”不能包含表情符号"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void a_character_that_deceives_is_refused_in_words(Line line) {
        ObjectNode data = Forms.sample("valid-primary-by-exam").put("address", line.text());

        assertThat(FORM.check(data)).containsExactly(new Finding("/address", "text", line.words()));
    }

    @Test
    void rare_characters_and_sql_in_an_address_are_just_text() {
        ObjectNode data = Forms.sample("valid-primary-by-exam").put("address", "𠮷祥路〇号'; DROP TABLE case_file; --");

        assertThat(FORM.check(data)).isEmpty();
    }

    @Test
    void free_text_takes_line_breaks_family_emoji_and_markup() {
        ObjectNode data =
                Forms.sample("valid-primary-by-exam").put("remarks", "第一行\n👨‍👩‍👧 <script>alert(1)</script>");

        assertThat(FORM.check(data)).isEmpty();
    }

    @Test
    void ten_thousand_characters_are_counted_for_the_reader() {
        ObjectNode data = Forms.sample("valid-primary-by-exam").put("remarks", "😀".repeat(10_000));

        assertThat(FORM.check(data))
                .containsExactly(new Finding("/remarks", "maxLength", "“其他需要说明的情况”最多500个字，现在是10000个字"));
    }

    @Test
    void an_unknown_name_is_not_echoed_if_it_is_hostile() {
        ObjectNode data =
                Forms.sample("valid-primary-by-exam").put("<script>", 1).put("x".repeat(5000), 1);

        assertThat(FORM.check(data)).extracting(Finding::message).containsOnly("表单里没有“未知项”这一项，请删除");
    }

    @Test
    void three_hundred_thousand_characters_in_one_input_are_handled_in_no_time() {
        List<String> walls = List.of(
                " ".repeat(300_000) + "x",
                "1".repeat(300_000),
                "张 ".repeat(150_000),
                "\u3000".repeat(300_000) + "a",
                "\ufdfa".repeat(100_000));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String wall : walls) for (FormLayout.Page page : FORM.layout().pages()) everywhere(page, wall);
        });
    }

    private static void everywhere(FormLayout.Page page, String wall) {
        Map<String, List<String>> post = new HashMap<>(Map.of("birthDate.year", List.of(wall)));
        page.questions().forEach(question -> post.put(question.field(), List.of(wall)));
        ObjectNode data = FORM.bind(page.key(), post, Forms.object("{}"));
        assertThat(FORM.checkPage(page.key(), data).isEmpty())
                .isEqualTo(page.key().equals("files"));
    }

    @Test
    void one_form_serves_many_threads() throws Exception {
        ObjectNode right = Forms.sample("valid-primary-by-exam");
        ObjectNode wrong =
                (ObjectNode) Forms.sample("invalid-identity-disagrees").path("data");
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> runs = IntStream.range(0, 2000)
                    .mapToObj(i -> threads.submit(() ->
                            FORM.check(right).isEmpty() && FORM.check(wrong).size() == 2))
                    .toList();
            for (Future<Boolean> run : runs) assertThat(run.get()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_whole_form_is_checked_in_well_under_a_millisecond() {
        ObjectNode data = Forms.sample("valid-primary-by-exam");
        IntStream.range(0, 5000).forEach(i -> FORM.check(data));

        long start = cpuNanos();
        IntStream.range(0, 5000).forEach(i -> FORM.check(data));

        assertThat((cpuNanos() - start) / 5000).as("nanoseconds per check").isLessThan(200_000);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
