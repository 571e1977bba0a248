package org.haina.service.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.haina.service.CaseOracle;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.ServiceProcess;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;

/** The process is killed while fifty people submit; what was answered stands, what was not is absent or whole. */
class KilledServiceTests {

    private static final int CLIENTS = 50;
    private static final int EACH = 2;

    private final long seed = Long.getLong("haina.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<Applicant, CaseNumber> told = new ConcurrentHashMap<>();

    @Test
    void every_answered_case_survives_a_kill_exactly_once() throws Exception {
        Path home = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/killed").toAbsolutePath()), "home");
        try (LocalIssuer issuer = new LocalIssuer()) {
            ServiceProcess service = ServiceProcess.start(home, issuer);
            try {
                lostAnswer(service, issuer);
                for (int kill = 0; kill < kills(); kill++) {
                    List<Applicant> applicants = applicants(service, issuer);
                    killAmidSubmissions(service, applicants);
                    service = ServiceProcess.start(home, issuer);
                    assertWhole(service, applicants);
                }
            } finally {
                service.close();
            }
        }
    }

    private static int kills() {
        return Integer.getInteger("haina.test.kills", Boolean.getBoolean("haina.test.long") ? 200 : 2);
    }

    /** The service has answered, nobody has heard it: the retry with the same key finds the first result. */
    private void lostAnswer(ServiceProcess service, LocalIssuer issuer) throws IOException {
        HttpApi api = new HttpApi(service.address());
        Applicant applicant = Applicant.ready(issuer, api);
        try (LossyLine line = new LossyLine(service.port())) {
            HttpApi lossy = new HttpApi(line.address());
            assertThatThrownBy(() -> applicant.submit(lossy)).isInstanceOf(IOException.class);
        }
        CaseOracle oracle = new CaseOracle(service.database());
        assertThat(oracle.halves()).isEmpty();

        CaseNumber number = Applicant.number(applicant.submit(api));

        assertThat(Applicant.number(applicant.submit(api))).isEqualTo(number);
        assertThat(oracle.faultsOf(Set.of(number))).isEmpty();
        assertThat(oracle.halves()).isEmpty();
    }

    private static List<Applicant> applicants(ServiceProcess service, LocalIssuer issuer) throws IOException {
        HttpApi api = new HttpApi(service.address());
        List<Applicant> applicants = new ArrayList<>();
        for (int i = 0; i < CLIENTS * EACH; i++) {
            applicants.add(Applicant.ready(issuer, api));
        }
        return applicants;
    }

    private void killAmidSubmissions(ServiceProcess service, List<Applicant> applicants) throws InterruptedException {
        HttpApi api = new HttpApi(service.address());
        ConcurrentLinkedQueue<Applicant> waiting = new ConcurrentLinkedQueue<>(applicants);
        CountDownLatch answered = new CountDownLatch(1 + random.nextInt(CLIENTS));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.execute(() -> submitAll(api, waiting, answered));
        }
        assertThat(answered.await(120, TimeUnit.SECONDS))
                .as("answers, seed %d", seed)
                .isTrue();
        service.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void submitAll(HttpApi api, ConcurrentLinkedQueue<Applicant> waiting, CountDownLatch answered) {
        try {
            for (Applicant next = waiting.poll(); next != null; next = waiting.poll()) {
                HttpResponse<String> answer = next.submit(api);
                if (answer.statusCode() == 201) {
                    told.put(next, Applicant.number(answer));
                    answered.countDown();
                }
            }
        } catch (IOException e) {
            waiting.clear(); // the service is gone
        }
    }

    private void assertWhole(ServiceProcess service, List<Applicant> applicants) throws IOException {
        CaseOracle oracle = new CaseOracle(service.database());
        assertThat(oracle.faultsOf(told.values()))
                .as("after the kill, seed %d", seed)
                .isEmpty();
        assertThat(oracle.halves()).as("after the kill, seed %d", seed).isEmpty();

        HttpApi api = new HttpApi(service.address());
        for (Applicant applicant : applicants) {
            CaseNumber number = Applicant.number(applicant.submit(api));
            assertThat(told.getOrDefault(applicant, number)).as("seed %d", seed).isEqualTo(number);
            told.put(applicant, number);
        }
        assertThat(oracle.faultsOf(told.values())).isEmpty();
        assertThat(oracle.halves()).isEmpty();
    }
}
