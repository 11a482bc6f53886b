package io.cofound.moderation.classify;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;

import org.jboss.logging.Logger;

/**
 * What threads may do when nobody waits for them. One of several threads is always left free; of a single one it may take
 * the time of one piece of work.
 */
final class IdleWork {

    private static final Logger LOG = Logger.getLogger(IdleWork.class);

    private final ThreadPoolExecutor threads;
    private final BlockingQueue<Runnable> waiting;
    private final Semaphore free;

    /** @param most how many may wait */
    IdleWork(ThreadPoolExecutor threads, int most) {
        this.threads = threads;
        this.waiting = new ArrayBlockingQueue<>(most);
        this.free = new Semaphore(Math.max(1, threads.getMaximumPoolSize() - 1));
    }

    /** False, and never done, if too much waits already. */
    boolean offer(Runnable work) {
        boolean taken = waiting.offer(work);
        next();
        return taken;
    }

    /** To be called whenever a thread has done what others waited for. */
    void next() {
        if (waiting.isEmpty() || !threads.getQueue().isEmpty() || !free.tryAcquire()) {
            return;
        }
        Runnable work = waiting.poll();
        try {
            threads.execute(() -> {
                try {
                    if (work != null) {
                        work.run();
                    }
                } catch (RuntimeException e) {
                    // Its message may quote a text.
                    LOG.warnf("idle work failed by %s", e.getClass().getName());
                } finally {
                    free.release();
                    next();
                }
            });
        } catch (RejectedExecutionException ending) {
            free.release();
        }
    }
}
