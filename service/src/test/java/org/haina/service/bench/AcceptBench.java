package org.haina.service.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.haina.service.Filing;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.ServiceBench;
import org.haina.service.bench.Load.Measured;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    record Pair(double ours, double baseline) {

        double ratio() {
            return ours / baseline;
        }
    }

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

    @Test
    void accept() throws Exception {
        double loadBefore = machineLoad();
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
            double rate = 0.7 * median(pairs.stream().map(Pair::ours).toList());
            List<Measured> ours = new ArrayList<>();
            List<Measured> baseline = new ArrayList<>();
            long compiled = compilerMillis();
            long begun = System.nanoTime();
            for (int i = 0; i < PAIRS; i++) {
                ours.add(ours(load, crowd, api, rate, LOAD_BLOCK));
                baseline.add(load.atRate(rate, LOAD_BLOCK, j -> engine.start()));
            }
            double compiler = (compilerMillis() - compiled) * 1e6 / (System.nanoTime() - begun);
            write(report(
                    pairs, rate, compiler, Measured.all(ours), Measured.all(baseline), durability(jdbc), loadBefore));
        }
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

    private static Map<String, Object> report(
            List<Pair> pairs,
            double rate,
            double compiler,
            Measured ours,
            Measured baseline,
            Map<String, String> settings,
            double loadBefore) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put(
                "ours",
                "POST /api/v1/cases over HTTP with a bearer token; citizens, their tokens and 3 files known before");
        detail.put("baseline", "the same model started to its first wait state in the same engine, none of our rows");
        detail.put("clients", Load.CLIENTS);
        detail.put("block", BLOCK);
        detail.put("block_at_load", LOAD_BLOCK);
        detail.put("warm_up", WARM_UP);
        detail.put("warm_up_receipts", WARM_UP_RECEIPTS);
        detail.put("pairs", pairs.stream().map(AcceptBench::row).toList());
        detail.put("load_per_s", rounded(rate));
        detail.put("baseline_p50_ms", baseline.percentile(50));
        detail.put("baseline_p99_ms", baseline.percentile(99));
        detail.put("p99_ratio", rounded(ours.percentile(99) / baseline.percentile(99)));
        detail.put("compiler_share_of_a_processor_at_load", rounded(compiler));
        detail.put("database", settings);
        detail.put("processors", Runtime.getRuntime().availableProcessors());
        detail.put("machine_load_before", rounded(loadBefore));
        detail.put("machine_load_after", rounded(machineLoad()));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", "accept");
        report.put("ours", rounded(median(pairs.stream().map(Pair::ours).toList())));
        report.put("baseline", rounded(median(pairs.stream().map(Pair::baseline).toList())));
        report.put("ratio", rounded(median(pairs.stream().map(Pair::ratio).toList())));
        report.put("unit", "cases/s");
        report.put("p50_ms", ours.percentile(50));
        report.put("p99_ms", ours.percentile(99));
        report.put("detail", detail);
        return report;
    }

    private static Map<String, Double> row(Pair pair) {
        return Map.of(
                "ours", rounded(pair.ours()), "baseline", rounded(pair.baseline()), "ratio", rounded(pair.ratio()));
    }

    private static long compilerMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    private static void write(Map<String, Object> report) throws IOException {
        Path directory = Files.createDirectories(Path.of(System.getProperty("haina.bench.out", "target/bench")));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve("accept.json").toFile(), report);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static double machineLoad() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
