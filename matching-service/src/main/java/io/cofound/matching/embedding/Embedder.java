package io.cofound.matching.embedding;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Gives texts a place in a space of meaning, once the model is loaded, which happens beside the start. Where it cannot
 * be loaded, everything goes on without meaning.
 */
@ApplicationScoped
public class Embedder {

    public static final int DIMENSION = 512;

    private static final Logger LOG = Logger.getLogger(Embedder.class);
    private static final String NAME = "bge-small-zh-v1.5-q";
    private static final int EARLY = 10;

    private final boolean enabled;

    /** One for all: it bounds the cores that are used, and native memory, which glibc keeps for each thread. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("embedding").daemon().factory());

    private final CompletableFuture<Optional<CrossLingualEmbedding>> loading = new CompletableFuture<>();

    Embedder(EmbeddingConfig config) {
        this.enabled = config.enabled();
    }

    /** Ready at once, for what is not a running service. */
    public static Embedder load() {
        Embedder embedder = new Embedder(() -> true);
        embedder.run();
        return embedder;
    }

    /** Without a model. */
    public static Embedder none() {
        Embedder embedder = new Embedder(() -> false);
        embedder.run();
        return embedder;
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) {
        thread.execute(this::run);
    }

    /** Changes when vectors made before no longer compare with those made now. */
    public String version() {
        CRC32 means = new CRC32();
        means.update(CrossLingualEmbedding.source().getBytes(UTF_8));
        return enabled ? NAME + "/" + Long.toHexString(means.getValue()) : "none";
    }

    /** True where vectors should be and cannot: what is indexed now is to be indexed again. */
    public boolean failed() {
        return enabled && loading.isDone() && loading.join().isEmpty();
    }

    /** Waits for the model: for those who have time. */
    public Optional<float[]> embed(String language, String text) {
        return loading.join().map(model -> CompletableFuture.supplyAsync(() -> model.of(language, text), thread)
                .join());
    }

    /** Empty while the model is being loaded: for those who do not. */
    public Optional<float[]> embedIfReady(String language, String text) {
        return loading.isDone() ? embed(language, text) : Optional.empty();
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }

    private void run() {
        try {
            loading.complete(enabled ? Optional.of(new CrossLingualEmbedding()) : Optional.empty());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("no embedding model: ranking goes on by concepts and words alone", e);
            loading.complete(Optional.empty());
        }
    }
}
