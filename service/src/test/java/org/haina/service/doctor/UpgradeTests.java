package org.haina.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.processes.Finding;
import org.haina.service.HainaApplication;
import org.haina.service.MovableClock;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.database.ReleaseDump;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.PartyId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** This version on what each release left behind: it starts, finds nothing amiss, shows every case and goes on. */
class UpgradeTests {

    private static final Path RELEASES = Path.of("src/test/resources/releases");

    /** A release is kept without its files: they are missed, and so are the packages that would have them. */
    private static final Set<String> FILES_LACK = Set.of("stored_file", "case_archive_due");

    static Stream<Path> releases() throws IOException {
        try (Stream<Path> files = Files.list(RELEASES)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList().stream();
        }
    }

    private record Stored(
            CaseNumber number, CaseStatus status, PartyId applicant, String org, String district, String item) {}

    @ParameterizedTest
    @MethodSource("releases")
    void what_a_release_left_is_read_and_goes_on(Path release) throws Exception {
        Path home = home();
        ReleaseDump.restore(release, home);
        try (ConfigurableApplicationContext service = start(home)) {
            JdbcClient jdbc = service.getBean(JdbcClient.class);
            service.getBean(MovableClock.class)
                    .set(jdbc.sql("select max(at) from case_event")
                            .query(Timestamp.class)
                            .single()
                            .toInstant());
            List<Stored> cases = cases(jdbc);

            assertThat(cases).hasSizeGreaterThan(30).anyMatch(stored -> stored.status()
                    .isTerminal());
            MockMvc web = web(service);
            assertThat(cases.stream().flatMap(stored -> unreadable(web, stored)))
                    .isEmpty();
            assertThat(service.getBean(Doctor.class).examine(null).findings())
                    .filteredOn(finding -> !FILES_LACK.contains(finding.file()))
                    .extracting(Finding::toString)
                    .isEmpty();
            publishes(jdbc);
            goesOn(service, web, cases);
        }
    }

    /** Every page of the case that a person can open: what its item's version says has to be understood for each. */
    private static Stream<String> unreadable(MockMvc web, Stored stored) {
        Caller clerk = new Caller.Official(
                "clerk.upgrade", "clerk.upgrade", Set.of(Role.CLERK), stored.org(), new District(stored.district()));
        Caller citizen = SignedIn.citizen(stored.applicant());
        List<String> faults = new ArrayList<>();
        opened(web, "/desk/cases/" + stored.number(), clerk, faults);
        opened(web, "/api/v1/cases/" + stored.number(), clerk, faults);
        opened(web, "/cases/" + stored.number(), citizen, faults);
        if (stored.status() == CaseStatus.AWAITING_CORRECTION) {
            opened(web, "/cases/" + stored.number() + "/correction", citizen, faults);
        }
        return faults.stream();
    }

    private static void opened(MockMvc web, String page, Caller caller, List<String> faults) {
        try {
            int status = web.perform(get(page).with(SignedIn.as(caller)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            if (status != 200) {
                faults.add(page + " " + status);
            }
        } catch (Exception e) {
            faults.add(page + " " + e);
        }
    }

    /** What was granted before grants were published is published, whatever version of its item it was filed under. */
    private static void publishes(JdbcClient jdbc) {
        TestDesk.await(
                "the grants of the release to be published",
                () -> count(jdbc, "select count(*) from published_grant_due") == 0);

        assertThat(count(jdbc, "select count(*) from published_grant")).isPositive();
        assertThat(count(
                        jdbc,
                        "select count(*) from case_file where status = 'GRANTED' and item_key = 'teacher-qualification'"
                                + " and number not in (select case_number from published_grant)"))
                .isZero();
    }

    private static int count(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(Integer.class).single();
    }

    /** A case filed under the earlier release is accepted under this one, in the process it began with. */
    private static void goesOn(ConfigurableApplicationContext service, MockMvc web, List<Stored> cases)
            throws Exception {
        CaseNumber waiting = cases.stream()
                .filter(stored -> stored.status() == CaseStatus.RECEIVED
                        && stored.item().equals("teacher-qualification")
                        && stored.district().equals(TestDesk.CLERK.district().code()))
                .map(Stored::number)
                .findFirst()
                .orElseThrow();

        TestDesk.work(web, service.getBean(ObjectMapper.class), waiting, TestDesk.CLERK, "{\"outcome\":\"accept\"}");

        assertThat(service.getBean(Cases.class).timeline(waiting))
                .extracting(TimelineEntry::kind)
                .contains(CaseMove.ACCEPT.name());
    }

    private static MockMvc web(ConfigurableApplicationContext service) {
        return MockMvcBuilders.webAppContextSetup((WebApplicationContext) service)
                .apply(springSecurity())
                .build();
    }

    private static List<Stored> cases(JdbcClient jdbc) {
        return jdbc.sql("select number, status, applicant_id, org, district, item_key from case_file order by number")
                .query((row, i) -> new Stored(
                        new CaseNumber(row.getString(1)),
                        CaseStatus.valueOf(row.getString(2)),
                        new PartyId(row.getObject(3, UUID.class)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    private static ConfigurableApplicationContext start(Path home) {
        return new SpringApplicationBuilder(HainaApplication.class, MovableClock.Configuration.class)
                .run(
                        "--server.port=0",
                        "--haina.demo=true",
                        "--haina.home=" + home,
                        "--haina.doctor.outbound-age=36500d",
                        "--camunda.bpm.process-engine-name=upgraded");
    }

    private static Path home() throws IOException {
        return Files.createTempDirectory(
                Files.createDirectories(Path.of("target/upgrade").toAbsolutePath()), "home");
    }
}
