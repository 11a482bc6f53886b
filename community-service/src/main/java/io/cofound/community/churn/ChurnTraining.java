package io.cofound.community.churn;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Learns from the past of all communities. Blocking: on a worker thread, since it computes for seconds. */
@ApplicationScoped
class ChurnTraining {

    private static final Logger LOG = Logger.getLogger(ChurnTraining.class);

    /** A cut every 30 days over a year, so that no outcome counts twice. */
    private static final int CUTS = 12;

    private static final int DAYS_AHEAD = 30;

    /** Another instance has trained today. */
    private static final Duration FRESH = Duration.ofHours(20);

    private final BehaviourRepository behaviours;
    private final ChurnModelRepository models;

    ChurnTraining(BehaviourRepository behaviours, ChurnModelRepository models) {
        this.behaviours = behaviours;
        this.models = models;
    }

    @Scheduled(
            identity = "churn-training",
            cron = "${cofound.churn.training:0 17 3 * * ?}",
            timeZone = "UTC",
            concurrentExecution = ConcurrentExecution.SKIP)
    void trainDaily() {
        Optional<LearnedModel> latest = await(() -> Panache.withSession(models::latest));
        if (latest.isEmpty() || latest.get().trainedAt().isBefore(Instant.now().minus(FRESH))) {
            train();
        }
    }

    /** Empty when there is too little to learn from; then what was learned before stays in use. */
    Optional<LearnedModel> train() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 1; i <= CUTS; i++) {
            LocalDate cut = today.minusDays((long) DAYS_AHEAD * i);
            snapshots.addAll(await(() -> Panache.withSession(() -> behaviours.everywhere(cut))));
        }
        Optional<LearnedModel> learned = Training.learn(snapshots, Instant.now());
        learned.ifPresentOrElse(
                model -> {
                    await(() -> Panache.withTransaction(() -> models.keep(model)));
                    LOG.infof(
                            "Churn model of %d snapshots: Brier %.4f, base rate's %.4f",
                            model.snapshots(), model.brier(), model.baselineBrier());
                },
                () -> LOG.infof("%d snapshots are too few to learn churn from, or taught nothing", snapshots.size()));
        return learned;
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("churn training failed", e);
        }
    }
}
