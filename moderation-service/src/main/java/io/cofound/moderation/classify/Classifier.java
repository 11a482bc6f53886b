package io.cofound.moderation.classify;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("classifier-", 0).daemon().factory());

    private final CompletableFuture<LocalCascade> cascade = new CompletableFuture<>();

    /** The service starts meanwhile; who asks before the model is loaded waits for it. */
    void load(@Observes StartupEvent start) {
        cascade.completeAsync(
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
        return cascade.isDone() && !cascade.isCompletedExceptionally();
    }

    /** @return emits on the caller's Vert.x context, so that a database session may follow */
    public Uni<Classification> classify(String text) {
        Context context = Vertx.currentContext();
        Uni<Classification> judged = Uni.createFrom()
                .completionStage(() -> cascade.thenApplyAsync(loaded -> loaded.classify(text), threads));
        return context == null ? judged : judged.emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    public Uni<ModelCard> card() {
        return Uni.createFrom().completionStage(() -> cascade.thenApply(LocalCascade::card));
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
