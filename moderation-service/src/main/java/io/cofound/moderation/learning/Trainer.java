package io.cofound.moderation.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.moderation.classify.LocalCascade;
import io.cofound.moderation.classify.TrainedModel;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Makes versions, one after the other on one thread of low priority, outside any transaction. A process that dies leaves
 * a lease that ends; its version has failed then.
 */
@ApplicationScoped
class Trainer {

    private static final Logger LOG = Logger.getLogger(Trainer.class);

    private final Trainings trainings;
    private final DecidedTexts texts;
    private final Engine engine;
    private final Gate gate;
    private final LearningConfig config;
    private final UUID process = UUID.randomUUID();
    /** Of one thread, in which parallel streams stay, too. */
    private final ForkJoinPool thread = new ForkJoinPool(1, Trainer::lowPriority, null, true);

    private volatile boolean busy;
    private volatile boolean stopping;

    Trainer(Trainings trainings, DecidedTexts texts, Engine engine, Gate gate, LearningConfig config) {
        this.trainings = trainings;
        this.texts = texts;
        this.engine = engine;
        this.gate = gate;
        this.config = config;
    }

    /** To be called when a version waits to be made. */
    void wake() {
        try {
            thread.execute(this::work);
        } catch (RejectedExecutionException ending) {
            LOG.info("the process ends; nothing is trained any more");
        }
    }

    /** Tells others that this process is alive, and finds out which of them are not. */
    @Scheduled(
            every = "{cofound.moderation.learning.look-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> lookAfter() {
        return (busy ? trainings.extend(process) : Uni.createFrom().voidItem()).chain(trainings::failAbandoned);
    }

    /** Before the database's pool closes. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.shutdownNow();
    }

    private void work() {
        busy = true;
        try {
            ModelVersion version = await(() -> trainings.claim(process));
            if (version != null) {
                train(version);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warnf(
                        "training stopped by %s; the version fails when its lease ends",
                        e.getClass().getName());
            }
        } finally {
            busy = false;
        }
    }

    private void train(ModelVersion version) throws InterruptedException {
        LOG.infof("training of model %s begins", version.version);
        try {
            LocalCascade shipped = engine.shipped().await().indefinitely();
            TrainedModel parent = parent(version);
            TrainingSet set = TrainingSet.of(ruled(version.createdAt));
            TrainedModel made = engine.learn(shipped, parent, set.texts(), version.version);
            Report report = examine(shipped, parent, made, set);
            await(() -> trainings.finish(version.version, process, made, report, Engine.build(shipped)));
            LOG.infof(
                    "model %s: %s", version.version, report.regressions().isEmpty() ? "trained" : report.regressions());
        } catch (RuntimeException e) {
            // Its message may quote a text.
            LOG.errorf(
                    "training of model %s failed by %s",
                    version.version, e.getClass().getName());
            await(() -> trainings.fail(version.version, process));
        }
    }

    private TrainedModel parent(ModelVersion version) throws InterruptedException {
        return version.parent.equals(ModelVersion.SHIPPED)
                ? engine.shippedModel()
                : await(() -> trainings.trained(version.parent));
    }

    private Report examine(LocalCascade shipped, TrainedModel parent, TrainedModel made, TrainingSet set)
            throws InterruptedException {
        var examination = new Examination(engine.cascade(shipped, parent), engine.cascade(shipped, made));
        var figures = examination.figures(set.heldOut());
        Instant since = Instant.now().minus(config.replay());
        Replay replay =
                examination.replay(before -> await(() -> texts.decided(before, since)), since, config.replayAtMost());
        List<String> regressions = new ArrayList<>(gate.onDecisions(figures));
        regressions.addAll(gate.onHoldOut(parent.card(), made.card()));
        String parentModel = parent.card().version();
        return new Report(
                parentModel,
                set.hash(parentModel),
                set.labels(),
                set.heldOut().size(),
                set.tooAlike(),
                figures,
                replay,
                regressions);
    }

    /** The newest ones, if there are too many. */
    private List<RuledText> ruled(Instant until) throws InterruptedException {
        List<RuledText> all = new ArrayList<>();
        UUID before = DecidedTexts.NEWEST;
        while (all.size() < config.atMost()) {
            UUID last = before;
            List<RuledText> page = await(() -> texts.ruled(last, until));
            all.addAll(page);
            if (page.size() < DecidedTexts.PAGE) {
                break;
            }
            before = page.getLast().decisionId();
        }
        return all.subList(0, Math.min(all.size(), config.atMost()));
    }

    /** Runs on a Vert.x context, as the database needs, and waits for it here, where waiting is allowed. */
    private static <T> T await(Supplier<Uni<T>> work) throws InterruptedException {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static ForkJoinWorkerThread lowPriority(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("model-training");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setContextClassLoader(Trainer.class.getClassLoader());
        return thread;
    }
}
