package org.haina.service.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haina.service.bench.Load.Measured;

/** What one line of the measurement leaves behind: {@code NAME.json}. */
final class BenchReport {

    /** Two blocks side by side, in cases a second. */
    record Pair(double ours, double baseline) {

        double ratio() {
            return ours / baseline;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> report = new LinkedHashMap<>();
    private final Map<String, Object> detail = new LinkedHashMap<>();

    /** @param latencies of single requests */
    BenchReport(String name, List<Pair> pairs, Measured latencies) {
        report.put("name", name);
        report.put("ours", rounded(median(pairs.stream().map(Pair::ours).toList())));
        report.put("baseline", rounded(median(pairs.stream().map(Pair::baseline).toList())));
        report.put("ratio", rounded(median(pairs.stream().map(Pair::ratio).toList())));
        report.put("unit", "cases/s");
        report.put("p50_ms", latencies.percentile(50));
        report.put("p99_ms", latencies.percentile(99));
        report.put("detail", detail);
        with("clients", Load.CLIENTS);
        with("pairs", pairs.stream().map(BenchReport::row).toList());
        with("processors", Runtime.getRuntime().availableProcessors());
    }

    BenchReport with(String name, Object value) {
        detail.put(name, value instanceof Double number ? rounded(number) : value);
        return this;
    }

    void write() throws IOException {
        Path directory = Files.createDirectories(Path.of(System.getProperty("haina.bench.out", "target/bench")));
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve(report.get("name") + ".json").toFile(), report);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static double machineLoad() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static Map<String, Double> row(Pair pair) {
        return Map.of(
                "ours", rounded(pair.ours()), "baseline", rounded(pair.baseline()), "ratio", rounded(pair.ratio()));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
