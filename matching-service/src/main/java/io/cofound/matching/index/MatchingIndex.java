package io.cofound.matching.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.matching.embedding.Embedder;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.SearcherManager;
import org.jboss.logging.Logger;

/**
 * The Lucene index of this instance. All writing happens on one thread, so that a commit holds exactly the records whose
 * offsets are committed with it; reading happens on any thread but the event loop.
 */
@ApplicationScoped
public class MatchingIndex {

    /** What is read from the index, with a searcher that stays valid meanwhile. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    private static final Logger LOG = Logger.getLogger(MatchingIndex.class);
    private static final int BEFORE_CHANNELS = 200;

    private final IndexConfig config;
    private final Embedder embedder;
    private final Map<TopicPartition, Long> offsets = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("indexer").factory());
    /** Beside the writer's thread, since it may take a minute and what is new shall be found meanwhile. */
    private final ScheduledExecutorService purging = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index-purge").daemon().factory());

    private IndexFolder folder;
    private IndexWriter writer;
    private SearcherManager searchers;
    private LiveFieldValues<IndexSearcher, State> states;
    private Purge purge;
    private int uncommitted;

    MatchingIndex(IndexConfig config, Embedder embedder) {
        this.config = config;
        this.embedder = embedder;
    }

    void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) throws IOException {
        open();
        every(thread, config.refreshEvery(), this::refresh);
        every(thread, config.commitEvery(), this::commit);
        every(purging, config.purgeEvery(), this::purge);
    }

    void open() throws IOException {
        folder = IndexFolder.open(config.folder(), embedder.version());
        offsets.putAll(folder.offsets());
        writer = new IndexWriter(
                folder.directory(),
                new IndexWriterConfig(new BilingualAnalyzer())
                        .setCommitOnClose(false)
                        .setMergePolicy(Purge.mergePolicy()));
        purge = new Purge(writer);
        searchers = new SearcherManager(writer, null);
        states = new LiveFieldValues<>(searchers, State.UNKNOWN) {
            @Override
            protected State lookupFromSearcher(IndexSearcher searcher, String key) throws IOException {
                return State.lookUp(searcher, key);
            }
        };
        LOG.infof("index of %d documents, read up to %s", writer.getDocStats().numDocs, new TreeMap<>(folder.names()));
    }

    /** Blocking: not for the event loop. */
    public <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.from(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs blocking work on a worker and comes back to the caller's context, where a session can be opened. */
    public static <T> Uni<T> besideEventLoop(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(work, false).toCompletionStage());
    }

    /** False once a failed disk or a closed index ended all writing. */
    boolean isOpen() {
        return writer.isOpen();
    }

    Map<TopicPartition, Long> offsets() {
        return Map.copyOf(offsets);
    }

    /** Runs on the one thread that writes, in the order of the calls. */
    Uni<Void> onWriter(Callable<?> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        work.call();
                        return (Void) null;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (Exception e) {
                        throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
                    }
                })
                .runSubscriptionOn(thread);
    }

    /** Also what was written after the last refresh. */
    State state(String key) throws IOException {
        State state = states.get(key);
        return state == null ? State.UNKNOWN : state;
    }

    void write(String key, State state, Document document) throws IOException {
        writer.updateDocument(new Term(Fields.KEY, key), document);
        states.add(key, state);
    }

    /** What the last writes replaced is to leave the files, too. */
    void purgeSoon() {
        purge.want();
    }

    void update(Term documents, String field, long value) throws IOException {
        writer.updateNumericDocValue(documents, field, value);
    }

    /** The record before this offset is dealt with. */
    void advance(TopicPartition partition, long next) throws IOException {
        offsets.merge(partition, next, Math::max);
        if (++uncommitted >= config.commitAfter()) {
            commit();
        }
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit() throws IOException {
        if (uncommitted > 0) {
            commitAll();
        }
    }

    private void commitAll() throws IOException {
        writer.setLiveCommitData(folder.commitData(offsets, embedder.failed()).entrySet());
        writer.commit();
        uncommitted = 0;
    }

    /** Not on the writer's thread, which commits what this made. */
    void purge() throws IOException {
        if (purge.run()) {
            onWriter(() -> {
                        commitAll();
                        refresh();
                        writer.deleteUnusedFiles();
                        return null;
                    })
                    .await()
                    .indefinitely();
        }
    }

    @PreDestroy
    void close() throws IOException, InterruptedException {
        purging.shutdown();
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
        if (writer != null && writer.isOpen()) {
            commit();
            states.close();
            searchers.close();
            writer.close();
            folder.directory().close();
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void every(ScheduledExecutorService executor, Duration interval, Task task) {
        executor.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (IOException | RuntimeException e) {
                        LOG.error("index cannot be written", e);
                    }
                },
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
