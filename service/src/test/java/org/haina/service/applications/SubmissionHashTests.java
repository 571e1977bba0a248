package org.haina.service.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SubmissionHashTests {

    @Autowired
    Filing filing;

    @Autowired
    SubmissionHash hashes;

    /** What a sender states of the applicant belongs to the request, though the identifier alone tells who it is. */
    @Test
    void another_name_of_the_applicant_makes_another_request() {
        TestPerson person = TestPerson.unknown();
        Submission plain = filing.submission(person, UUID.randomUUID().toString());

        assertThat(hashes.of(named(plain, "person", "张示例"))).isEqualTo(hashes.of(named(plain, "person", "张示例")));
        assertThat(Stream.of(
                                plain,
                                named(plain, "person", "张示例"),
                                named(plain, "person", "李示例"),
                                named(plain, "organisation", "张示例"))
                        .map(hashes::of))
                .doesNotHaveDuplicates();
    }

    private static Submission named(Submission plain, String... named) {
        return new Submission(
                plain.by(),
                plain.item(),
                plain.applicant(),
                plain.agent(),
                plain.channel(),
                plain.idempotencyKey(),
                plain.data(),
                plain.materials(),
                List.of(named));
    }
}
