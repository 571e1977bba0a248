package org.haina.service.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.ServiceBench;
import org.haina.service.bench.BenchReport.Pair;
import org.haina.service.bench.Load.Measured;
import org.haina.service.intake.Corrections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases accepted a second through {@code POST /api/v1/cases} beside the engine alone, in alternating blocks of one run:
 * only the ratio is worth comparing between machines.
 */
@ServiceBench
@Import(EngineAlone.Silence.class)
class AcceptBench {

    private static final int PAIRS = Integer.getInteger("haina.bench.pairs", 5);
    private static final int BLOCK = Integer.getInteger("haina.bench.block", 2000);

    /** Long enough that the database's housekeeping, once a minute, and the compiler's last work fall on both alike. */
    private static final int LOAD_BLOCK = Integer.getInteger("haina.bench.block.load", 4000);

    /** After 3000 the compiler still takes a third of two processors, after 12 000 a tenth of one. */
    private static final int WARM_UP = Integer.getInteger("haina.bench.warmup", 12_000);

    /** Receipts are printed behind the filing: printing takes ten times as long before the compiler has seen it. */
    private static final int WARM_UP_RECEIPTS = Integer.getInteger("haina.bench.warmup.receipts", 600);

    /** With officials at work the service takes a tenth of the cases in the same time. */
    private static final int HANDLED_BLOCK = Integer.getInteger("haina.bench.block.handled", 200);

    private static final String OURS =
            "POST /api/v1/cases over HTTP with a bearer token; citizens, their tokens and 3 files known before";
    private static final String BASELINE =
            "the same model started to its first wait state in the same engine, none of our rows";

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    Filing filing;

    @Autowired
    LocalIssuer issuer;

    @Autowired
    RuntimeService runtime;

    @Autowired
    DataSource dataSource;

    @Autowired
    Clock clock;

    @Autowired
    SandboxServer authorities;

    @Autowired
    Corrections corrections;

    @Test
    void accept() throws Exception {
        double loadBefore = BenchReport.machineLoad();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        HttpApi api = new HttpApi(URI.create("http://127.0.0.1:" + port));
        Crowd crowd = new Crowd(filing, issuer, jdbc, api);
        EngineAlone engine = new EngineAlone(runtime, clock);
        try (Load load = new Load()) {
            ours(load, crowd, api, 0, WARM_UP);
            receipts(load, crowd, api);
            load.atFullSpeed(WARM_UP, i -> engine.start());

            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < PAIRS; i++) {
                pairs.add(pair(i % 2 == 0, load, crowd, api, engine));
            }
            double rate =
                    0.7 * BenchReport.median(pairs.stream().map(Pair::ours).toList());
            List<Measured> ours = new ArrayList<>();
            List<Measured> baseline = new ArrayList<>();
            long compiled = compilerMillis();
            long begun = System.nanoTime();
            for (int i = 0; i < PAIRS; i++) {
                ours.add(ours(load, crowd, api, rate, LOAD_BLOCK));
                baseline.add(load.atRate(rate, LOAD_BLOCK, j -> engine.start()));
            }
            Measured all = Measured.all(ours);
            Measured alone = Measured.all(baseline);
            new BenchReport("accept", pairs, all)
                    .with("ours", OURS)
                    .with("baseline", BASELINE)
                    .with("block", BLOCK)
                    .with("block_at_load", LOAD_BLOCK)
                    .with("warm_up", WARM_UP)
                    .with("warm_up_receipts", WARM_UP_RECEIPTS)
                    .with("load_per_s", rate)
                    .with("baseline_p50_ms", alone.percentile(50))
                    .with("baseline_p99_ms", alone.percentile(99))
                    .with("p99_ratio", all.percentile(99) / alone.percentile(99))
                    .with(
                            "compiler_share_of_a_processor_at_load",
                            (compilerMillis() - compiled) * 1e6 / (System.nanoTime() - begun))
                    .with("database", durability(jdbc))
                    .with("machine_load_before", loadBefore)
                    .with("machine_load_after", BenchReport.machineLoad())
                    .write();
            handled(load, crowd, api, engine);
        }
    }

    /** The second line: every other case is corrected, accepted, reviewed and granted while the rest comes in. */
    private void handled(Load load, Crowd crowd, HttpApi api, EngineAlone engine) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        List<Measured> ours = new ArrayList<>();
        try (Officials officials = new Officials(api, issuer, corrections)) {
            handledBlock(load, crowd, api, officials, new ArrayList<>());
            for (int i = 0; i < PAIRS; i++) {
                double perSecond = handledBlock(load, crowd, api, officials, ours);
                pairs.add(new Pair(
                        perSecond, load.atFullSpeed(BLOCK, j -> engine.start()).perSecond()));
            }
        }
        new BenchReport("accept-handled", pairs, Measured.all(ours))
                .with("ours", OURS + "; half of the cases corrected, accepted, reviewed and granted in the same time")
                .with("baseline", BASELINE)
                .with("block", HANDLED_BLOCK)
                .write();
    }

    /** @return cases a second, counted until the last of the handled ones is granted */
    private double handledBlock(Load load, Crowd crowd, HttpApi api, Officials officials, List<Measured> latencies)
            throws Exception {
        List<Crowd.Request> prepared = crowd.knownTo(authorities, HANDLED_BLOCK);
        Queue<CompletableFuture<Void>> granted = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        latencies.add(load.atFullSpeed(HANDLED_BLOCK, i -> {
            String number = submit(api, prepared.get(i));
            if (i % 2 == 0) {
                granted.add(officials.handle(number, prepared.get(i).applicant()));
            }
        }));
        for (CompletableFuture<Void> one : granted) {
            one.get(5, TimeUnit.MINUTES);
        }
        return HANDLED_BLOCK / ((System.nanoTime() - begun) / 1e9);
    }

    private Pair pair(boolean oursFirst, Load load, Crowd crowd, HttpApi api, EngineAlone engine) throws Exception {
        double baseline = 0;
        if (!oursFirst) {
            baseline = load.atFullSpeed(BLOCK, i -> engine.start()).perSecond();
        }
        double ours = ours(load, crowd, api, 0, BLOCK).perSecond();
        if (oursFirst) {
            baseline = load.atFullSpeed(BLOCK, i -> engine.start()).perSecond();
        }
        return new Pair(ours, baseline);
    }

    private static Measured ours(Load load, Crowd crowd, HttpApi api, double rate, int requests) throws Exception {
        List<Crowd.Request> prepared = crowd.of(requests);
        return rate == 0
                ? load.atFullSpeed(requests, i -> submit(api, prepared.get(i)))
                : load.atRate(rate, requests, i -> submit(api, prepared.get(i)));
    }

    private static void receipts(Load load, Crowd crowd, HttpApi api) throws Exception {
        List<Crowd.Request> prepared = crowd.of(WARM_UP_RECEIPTS);
        load.atFullSpeed(WARM_UP_RECEIPTS, i -> {
            Crowd.Request request = prepared.get(i);
            String number = submit(api, request);
            assertThat(statusOf(api, "/api/v1/cases/" + number + "/documents/receipt-voucher", request.token()))
                    .isEqualTo(200);
        });
    }

    private static int statusOf(HttpApi api, String path, String token) {
        try {
            return api.get(path, token).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String submit(HttpApi api, Crowd.Request request) {
        try {
            HttpResponse<String> answer = api.submit(request.token(), request.key(), request.body());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return JSON.readTree(answer.body()).path("number").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> durability(JdbcClient jdbc) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            settings.put(name, jdbc.sql("show " + name).query(String.class).single());
        }
        assertThat(settings).as("durable settings").containsValue("on").doesNotContainValue("off");
        return settings;
    }

    private static long compilerMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }
}
