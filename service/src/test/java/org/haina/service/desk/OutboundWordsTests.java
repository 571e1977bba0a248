package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.outbound.OutboundLedger.Entry;
import org.haina.service.outbound.OutboundLedger.State;
import org.junit.jupiter.api.Test;

class OutboundWordsTests {

    private final OutboundWords words = new OutboundWords();

    @Test
    void a_question_the_ledger_only_records_has_chinese_words_too() {
        assertThat(words.title(recorded("holder-licences")))
                .doesNotContain("holder")
                .contains("电子证照");
    }

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

    private static Entry recorded(String query) {
        return new Entry(
                1,
                new UUID(0, 1),
                null,
                OutboundCall.Kind.REGISTER,
                "licence-store",
                query,
                "核对电子证照",
                State.ANSWERED,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                "c",
                Instant.EPOCH,
                null,
                null);
    }
}
