package org.haina.service.uploads;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Few threads and a time limit, so that hostile files cannot take the machine. */
final class Workers implements AutoCloseable {

    private final ThreadPoolExecutor pool;
    private final Duration limit;

    Workers(UploadSettings settings) {
        BlockingQueue<Runnable> queue =
                settings.waiting() == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(settings.waiting());
        this.pool = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                0,
                TimeUnit.SECONDS,
                queue,
                new CustomizableThreadFactory("upload-"));
        this.limit = settings.timeLimit();
    }

    /** @throws RefusedUpload if no worker is free or the work takes too long */
    <T> T call(Callable<T> work) {
        Future<T> future = start(work);
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new RefusedUpload(Inspection.Reason.BUSY);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new RefusedUpload(Inspection.Reason.BUSY);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException trouble ? trouble : new IllegalStateException(e.getCause());
        }
    }

    private <T> Future<T> start(Callable<T> work) {
        try {
            return pool.submit(work);
        } catch (RejectedExecutionException e) {
            throw new RefusedUpload(Inspection.Reason.BUSY);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
