package io.cofound.moderation.classify;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Judges texts with what this process has, on threads of its own: as many as there are cores, since every judgement
 * keeps one busy. Callers bound how many they hand in.
 */
@ApplicationScoped
public class Classifier {

    private static final Logger LOG = Logger.getLogger(Classifier.class);

    /** Each holds a text. */
    private static final int MOST_IDLE_WORK = 64;

    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("classifier-", 0).daemon().factory());

    private final IdleWork idle = new IdleWork(threads, MOST_IDLE_WORK);
    private final CompletableFuture<LocalCascade> shipped = new CompletableFuture<>();
    /** Done when it is known which model is live. */
    private final CompletableFuture<Void> chosen = new CompletableFuture<>();

    private volatile LocalCascade live;

    /** The service starts meanwhile; who asks before the model is loaded waits for it. */
    void load(@Observes StartupEvent start) {
        shipped.whenComplete((loaded, failure) -> {
            if (failure != null) {
                chosen.completeExceptionally(failure);
            }
        });
        shipped.completeAsync(
                () -> {
                    LocalCascade loaded = loadOrEnd();
                    // Loading takes several times the memory that stays; a small heap gives it back only when asked.
                    System.gc();
                    return loaded;
                },
                threads);
    }

    /** Without its model the process is of no use: whoever supervises it starts another. */
    private static LocalCascade loadOrEnd() {
        try {
            return LocalCascade.load();
        } catch (RuntimeException | Error e) {
            LOG.error("the moderation model cannot be loaded", e);
            Quarkus.asyncExit(1);
            throw new ModelNotLoaded(e);
        }
    }

    /** False while the model is being loaded, and for good when that failed. */
    boolean isReady() {
        return chosen.isDone() && !chosen.isCompletedExceptionally();
    }

    /** With the model that the build trained, whichever is live; emits as {@link #classify}. */
    public Uni<LocalCascade> shipped() {
        return onContext(Uni.createFrom().completionStage(shipped::copy));
    }

    /** Judges from now on; nothing is judged before this is called for the first time. */
    public void use(LocalCascade cascade) {
        live = cascade;
        chosen.complete(null);
    }

    /** @return emits on the caller's Vert.x context, so that a database session may follow */
    public Uni<Classification> classify(String text) {
        return onContext(Uni.createFrom()
                .completionStage(() -> chosen.thenApplyAsync(
                        ignored -> {
                            try {
                                return live.classify(text);
                            } finally {
                                idle.next();
                            }
                        },
                        threads)));
    }

    private static <T> Uni<T> onContext(Uni<T> uni) {
        Context context = Vertx.currentContext();
        return context == null ? uni : uni.emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    /** Work for the same threads while no text waits for them; false, and never done, where too much waits already. */
    public boolean whenIdle(Runnable work) {
        return idle.offer(work);
    }

    public Uni<ModelCard> card() {
        return Uni.createFrom().completionStage(() -> chosen.thenApply(ignored -> live.card()));
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
