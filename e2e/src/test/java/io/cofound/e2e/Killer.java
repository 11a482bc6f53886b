package io.cofound.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

import io.cofound.e2e.Blockade.Who;
import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/** Kills processes with SIGKILL at chosen moments of what a request sets off. One at a time, whoever asks. */
final class Killer implements AutoCloseable {

    private static final List<String> PROCESSES = List.of(
            "postgres", "kafka", "documents", "moderation-service", "content-service", "community-service", "gateway");
    /** A reader comes to its turn only when its group has noticed the death of its forerunner. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** What the driver asks now and then to see whether the store is there is shorter; a write is longer. */
    private static final long LONGEST_GREETING = 160;

    private final Cofound cofound;
    private final Random random;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Blow> dealt = new ArrayList<>();
    private final Map<Blow, String> missed = new IdentityHashMap<>();

    Killer(Cofound cofound, Random random) {
        this.cofound = cofound;
        this.random = random;
    }

    /** Deals the blow while the request is sent, and again and again until it is answered. */
    <T> T kill(Blow blow, Callable<T> request) throws Exception {
        Future<T> answer;
        turn.lock();
        try {
            PROCESSES.forEach(cofound.stack()::awaitReady);
            answer = deal(blow, request);
            dealt.add(blow);
        } finally {
            turn.unlock();
        }
        return answer.get();
    }

    List<Blow> dealt() {
        return dealt;
    }

    void awaitAllReady() {
        PROCESSES.forEach(cofound.stack()::awaitReady);
    }

    @Override
    public void close() {
        clients.shutdownNow();
        clients.close();
    }

    /** Whose moment did not come in time, and what was seen instead; they were dealt all the same. */
    Map<Blow, String> missed() {
        return missed;
    }

    /** Waits for the moment, unless one before it was missed. */
    private void reach(Blow blow, Runnable moment) {
        if (!missed.containsKey(blow)) {
            try {
                moment.run();
            } catch (ConditionTimeoutException e) {
                missed.put(blow, e.getMessage());
            }
        }
    }

    private <T> Future<T> deal(Blow blow, Callable<T> request) throws Exception {
        return switch (blow.moment()) {
            case AT_RANDOM -> atRandom(blow, request);
            case BEFORE_COMMIT -> beforeCommit(blow, Who.REQUEST, request);
            case BEFORE_EFFECT ->
                blow.step().request().service().equals(blow.service())
                        ? beforeLaterEffect(blow, request)
                        : beforeCommit(blow, Who.READER, request);
            case BEFORE_ANSWER -> beforeAnswer(blow, request);
            case BEFORE_RELAY -> beforeRelay(blow, request);
            case BEFORE_ACKNOWLEDGEMENT -> beforeAcknowledgement(blow, request);
            case BEFORE_DELETION -> beforeDeletion(blow, request);
            case BEFORE_DOCUMENT -> beforeDocument(blow, request);
            case AFTER_EFFECT -> afterEffect(blow, request);
        };
    }

    private <T> Future<T> atRandom(Blow blow, Callable<T> request) {
        Future<T> answer = clients.submit(request);
        await().pollDelay(Duration.ofMillis(random.nextInt(400))).until(() -> true);
        cofound.stack().kill(blow.victim());
        return answer;
    }

    private <T> Future<T> beforeCommit(Blow blow, Who who, Callable<T> request) throws SQLException {
        try (Blockade blockade = new Blockade(cofound, blow.service(), blow.place())) {
            Future<T> answer = clients.submit(request);
            reach(blow, () -> blockade.awaitWaiting(who, PATIENCE));
            cofound.stack().kill(blow.victim());
            blockade.dropWaiting();
            return answer;
        }
    }

    /** The request writes where the reader does, so it goes through before anything is held. */
    private <T> Future<T> beforeLaterEffect(Blow blow, Callable<T> request) throws Exception {
        long cause = cofound.stack().process(blow.step().service() + "-service").pid();
        Signals.stop(cause);
        try {
            T answer = request.call();
            reach(blow, () -> await("relayed").atMost(PATIENCE).until(() -> Rows.of(
                            cofound, blow.service(), "select id from outbox")
                    .isEmpty()));
            try (Blockade blockade = new Blockade(cofound, blow.service(), blow.place())) {
                Signals.resume(cause);
                reach(blow, () -> blockade.awaitWaiting(Who.READER, PATIENCE));
                cofound.stack().kill(blow.victim());
                blockade.dropWaiting();
            }
            return CompletableFuture.completedFuture(answer);
        } finally {
            Signals.resume(cause);
        }
    }

    /** What waits goes on and is committed; only nobody is there to pass the answer on. */
    private <T> Future<T> beforeAnswer(Blow blow, Callable<T> request) {
        try (Blockade blockade = new Blockade(cofound, blow.service(), blow.place())) {
            Future<T> answer = clients.submit(request);
            reach(blow, () -> blockade.awaitWaiting(Who.REQUEST, PATIENCE));
            cofound.stack().kill(blow.victim());
            return answer;
        }
    }

    private <T> Future<T> beforeRelay(Blow blow, Callable<T> request) {
        try (StoppedRelay relay = new StoppedRelay(cofound, blow.service(), PATIENCE)) {
            Future<T> answer = clients.submit(request);
            reach(blow, relay::awaitWork);
            cofound.stack().kill(blow.victim());
            return answer;
        }
    }

    private <T> Future<T> beforeAcknowledgement(Blow blow, Callable<T> request) {
        long broker = cofound.stack().process("kafka").pid();
        try (StoppedRelay relay = new StoppedRelay(cofound, blow.service(), PATIENCE)) {
            Future<T> answer = clients.submit(request);
            reach(blow, relay::awaitWork);
            Signals.stop(broker);
            try {
                relay.resume();
                reach(blow, relay::awaitSending);
                cofound.stack().kill(blow.victim());
            } finally {
                Signals.resume(broker);
            }
            return answer;
        }
    }

    private <T> Future<T> beforeDeletion(Blow blow, Callable<T> request) throws SQLException {
        try (StoppedRelay relay = new StoppedRelay(cofound, blow.service(), PATIENCE)) {
            Future<T> answer = clients.submit(request);
            reach(blow, relay::awaitWork);
            try (Blockade blockade = new Blockade(cofound, blow.service(), blow.place())) {
                relay.resume();
                reach(blow, () -> blockade.awaitWaiting(Who.RELAY, PATIENCE));
                cofound.stack().kill(blow.victim());
                blockade.dropWaiting();
            }
            return answer;
        }
    }

    private <T> Future<T> beforeDocument(Blow blow, Callable<T> request) {
        long store = cofound.stack().process("documents").pid();
        int port = cofound.stack().process("documents").spec().ports().getFirst();
        Signals.stop(store);
        try {
            Future<T> answer = clients.submit(request);
            reach(
                    blow,
                    () -> await("document on its way").atMost(PATIENCE).until(() -> unread(port) > LONGEST_GREETING));
            cofound.stack().kill(blow.victim());
            return answer;
        } finally {
            Signals.resume(store);
        }
    }

    private <T> Future<T> afterEffect(Blow blow, Callable<T> request) {
        long before = effects(blow);
        Future<T> answer = clients.submit(request);
        reach(blow, () -> await("effect")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> effects(blow) > before));
        cofound.stack().kill(blow.victim());
        return answer;
    }

    private long effects(Blow blow) {
        return Long.parseLong(Rows.value(
                cofound, blow.service(), "select count(*) from inbox where consumer = '%s'".formatted(blow.place())));
    }

    /** The most bytes that wait in one connection for the process that listens on the port. */
    private static long unread(int port) throws IOException {
        long most = 0;
        for (String file : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(file))) {
                String[] fields = line.strip().split("\\s+");
                if (fields[1].endsWith(":%04X".formatted(port)) && fields[3].equals("01")) {
                    most = Math.max(most, Long.parseLong(fields[4].split(":")[1], 16));
                }
            }
        }
        return most;
    }
}
