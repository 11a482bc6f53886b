package io.cofound.moderation.classify;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdleWorkTest {

    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(2);
    private final IdleWork idle = new IdleWork(threads, 2);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch busy = new CountDownLatch(1);

    @AfterEach
    void stop() {
        busy.countDown();
        threads.shutdownNow();
    }

    @Test
    void runs_while_nobody_waits() {
        assertThat(idle.offer(() -> done.add("idle"))).isTrue();

        Awaitility.await().until(() -> done.contains("idle"));
    }

    @Test
    void waits_until_nobody_else_does() {
        ThreadPoolExecutor one = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
        IdleWork idleOfOne = new IdleWork(one, 2);
        wanted(one, idleOfOne, "first");
        wanted(one, idleOfOne, "second");

        idleOfOne.offer(() -> done.add("idle"));
        wanted(one, idleOfOne, "third");
        busy.countDown();

        Awaitility.await().until(() -> done.size() == 4);
        assertThat(done).containsExactly("first", "second", "third", "idle");
        one.shutdownNow();
    }

    @Test
    void leaves_a_thread_free_for_what_others_wait_for() {
        idle.offer(this::await);
        idle.offer(this::await);

        threads.execute(() -> done.add("wanted"));

        Awaitility.await().until(() -> done.contains("wanted"));
    }

    @Test
    void refuses_what_would_pile_up() {
        List.of("first", "second", "third").forEach(name -> wanted(threads, idle, name));

        assertThat(idle.offer(() -> {})).isTrue();
        assertThat(idle.offer(() -> {})).isTrue();
        assertThat(idle.offer(() -> {})).isFalse();
    }

    @Test
    void goes_on_after_a_failure() {
        idle.offer(() -> {
            throw new IllegalStateException("of one text");
        });

        idle.offer(() -> done.add("idle"));

        Awaitility.await().until(() -> done.contains("idle"));
    }

    private void wanted(ThreadPoolExecutor threads, IdleWork idle, String name) {
        threads.execute(() -> {
            try {
                busy.await();
                done.add(name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                idle.next();
            }
        });
    }

    private void await() {
        try {
            busy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
