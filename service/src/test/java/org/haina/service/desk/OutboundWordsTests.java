package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.junit.jupiter.api.Test;

class OutboundWordsTests {

    private final OutboundWords words = new OutboundWords();

    @Test
    void every_trouble_with_an_authority_has_words_of_its_own() {
        var codes = Stream.concat(
                        Arrays.stream(AuthorityUnavailableException.Reason.values()),
                        Arrays.stream(AuthorityAnswerException.Reason.values()))
                .map(Enum::name)
                .toList();

        assertThat(codes).allSatisfy(code -> assertThat(words.trouble(code)).isNotEqualTo(code));
        assertThat(codes.stream().map(words::trouble)).doesNotHaveDuplicates();
    }
}
