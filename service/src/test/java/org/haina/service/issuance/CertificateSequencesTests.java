package org.haina.service.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.haina.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class CertificateSequencesTests {

    @Autowired
    CertificateSequences sequences;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_is_rolled_back_leaves_no_gap() {
        next("11319999T100000133901", "2026", "310000");
        transaction.executeWithoutResult(status -> {
            sequences.next("11319999T100000133901", "2026", "310000");
            status.setRollbackOnly();
        });

        assertThat(next("11319999T100000133901", "2026", "310000")).isEqualTo(2);
    }

    @Test
    void each_year_and_organ_counts_for_itself() {
        next("11319999T100000133902", "2026", "310000");

        assertThat(next("11319999T100000133902", "2027", "310000")).isEqualTo(1);
        assertThat(next("11319999T100000133902", "2026", "310101")).isEqualTo(1);
        assertThat(next("11319999T100000133902", "2026", "310000")).isEqualTo(2);
    }

    @Test
    void twenty_at_once_get_twenty_numbers_in_a_row() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        Callable<Long> one = () -> next("11319999T100000133903", "2026", "310000");

        List<Future<Long>> numbers =
                many.invokeAll(Stream.generate(() -> one).limit(20).toList());
        many.shutdown();

        assertThat(numbers)
                .extracting(Future::get)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void a_number_is_drawn_in_the_transaction_that_issues_or_not_at_all() {
        assertThatThrownBy(() -> sequences.next("11319999T100000133904", "2026", "310000"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Long next(String type, String year, String organ) {
        return transaction.execute(status -> sequences.next(type, year, organ));
    }
}
