package org.haina.service.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "张示例的学历证书.pdf|张示例的学历证书.pdf",
                "../../etc/passwd.pdf|passwd.pdf",
                "C:\\Users\\张\\学历.PDF|学历.pdf",
                "a:b*c?.pdf|a_b_c_.pdf",
                "..pdf|pdf.pdf",
                "学历 证书（正本）.pdf|学历 证书（正本）.pdf",
                "𠮷田😀.pdf|𠮷田😀.pdf",
                "x'; drop table x; --.pdf|x'; drop table x; --.pdf",
                "<script>.pdf|_script_.pdf"
            })
    void a_name_keeps_what_people_read_and_loses_what_machines_obey(String given, String kept) {
        assertThat(FileName.of(given).with(FileType.PDF)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "///", "\0", "\u202e", " \t\n", "\ud800"})
    void a_name_of_nothing_becomes_a_name(String given) {
        assertThat(FileName.of(given).with(FileType.PDF)).isEqualTo("文件.pdf");
    }

    @Test
    void invisible_and_direction_characters_are_dropped() {
        assertThat(FileName.of("学\u0000历\u202e\u2066\u200b\ufeff\r\n证.pdf").with(FileType.PDF))
                .isEqualTo("学历证.pdf");
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        String kept = FileName.of("𠮷".repeat(300) + ".pdf").with(FileType.PDF);

        assertThat(kept.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
        assertThat(kept).matches("(𠮷)+\\.pdf");
    }
}
