package org.haina.service.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Eight clients that work through a number of requests. */
final class Load implements AutoCloseable {

    static final int CLIENTS = 8;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    /** As fast as the clients can. */
    Measured atFullSpeed(int requests, IntConsumer request) throws Exception {
        return run(requests, 0, request);
    }

    /**
     * At a steady rate. Latency counts from when a request was due, so that waiting behind a slow one is not forgotten.
     *
     * @param perSecond requests a second
     */
    Measured atRate(double perSecond, int requests, IntConsumer request) throws Exception {
        return run(requests, perSecond, request);
    }

    private Measured run(int requests, double perSecond, IntConsumer request) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long[] latencies = new long[requests];
        CountDownLatch begin = new CountDownLatch(1);
        long[] start = new long[1];
        var running = IntStream.range(0, CLIENTS)
                .<Future<?>>mapToObj(client -> clients.submit(() -> {
                    begin.await();
                    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                        long due = perSecond == 0 ? System.nanoTime() : start[0] + (long) (i * 1e9 / perSecond);
                        waitUntil(due);
                        request.accept(i);
                        latencies[i] = System.nanoTime() - due;
                    }
                    return null;
                }))
                .toList();
        start[0] = System.nanoTime();
        begin.countDown();
        for (Future<?> client : running) {
            client.get(10, TimeUnit.MINUTES);
        }
        double seconds = (System.nanoTime() - start[0]) / 1e9;
        Arrays.sort(latencies);
        return new Measured(requests / seconds, latencies);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }

    /** @param sorted latencies in nanoseconds, ascending */
    record Measured(double perSecond, long[] sorted) {

        /** The latencies of several blocks as one: a single block has too few for a 99th percentile. */
        static Measured all(List<Measured> blocks) {
            return new Measured(
                    blocks.stream().mapToDouble(Measured::perSecond).average().orElseThrow(),
                    blocks.stream()
                            .flatMapToLong(block -> Arrays.stream(block.sorted))
                            .sorted()
                            .toArray());
        }

        double percentile(double percent) {
            int rank = (int) Math.ceil(percent / 100 * sorted.length);
            return Math.round(sorted[Math.max(rank, 1) - 1] / 1e5) / 10.0;
        }
    }
}
