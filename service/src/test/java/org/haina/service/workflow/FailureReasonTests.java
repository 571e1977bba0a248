package org.haina.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureReasonTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Cannot print character U+4DAE in 'holder.name' | Cannot print character U+4DAE in 'holder.name'
                    Not a name: 张示例 | Not a name: …
                    Not a number: 31999919980312002X | Not a number: …
                    Key (holder)=(Ann Example) already exists | Key (holder)=… already exists
                    Not an address: ann@example.org | Not an address: …
                    Case HN26ABCDEFGHJK12 has no certificate | Case HN26ABCDEFGHJK12 has no certificate
                    """)
    void what_may_come_out_of_the_data_is_left_out(String message, String reason) {
        assertThat(FailureReason.of(message)).isEqualTo(reason);
    }

    @Test
    void one_short_line_is_enough() {
        assertThat(FailureReason.of("first\nsecond")).isEqualTo("first");
        assertThat(FailureReason.of("x".repeat(500))).hasSize(201);
        assertThat(FailureReason.of(null)).isEqualTo("no reason given, see the log");
    }
}
