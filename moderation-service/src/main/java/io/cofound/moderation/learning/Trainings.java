package io.cofound.moderation.learning;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.moderation.classify.TrainedModel;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** What becomes of a version that is being made. Only the process that holds it has a say, as long as its lease lasts. */
@ApplicationScoped
class Trainings {

    private static final Logger LOG = Logger.getLogger(Trainings.class);

    private final ModelRepository models;
    private final LearningConfig config;

    Trainings(ModelRepository models, LearningConfig config) {
        this.models = models;
        this.config = config;
    }

    /** Null if nothing waits to be made. */
    @WithTransaction
    Uni<ModelVersion> claim(UUID process) {
        return models.claim(process, Instant.now().plus(config.lease()));
    }

    @WithTransaction
    Uni<Void> extend(UUID process) {
        return models.extend(process, Instant.now().plus(config.lease()));
    }

    @WithSession
    Uni<TrainedModel> trained(String version) {
        return models.named(version)
                .chain(model -> models.weights(version).map(weights -> new TrainedModel(weights, model.card)));
    }

    /** @param build see {@link Engine#build} */
    @WithTransaction
    Uni<Void> finish(String version, UUID process, TrainedModel made, Report report, String build) {
        boolean passed = report.regressions().isEmpty();
        return held(version, process).chain(model -> {
            if (model == null) {
                return Uni.createFrom().voidItem();
            }
            model.card = made.card();
            model.report = report;
            model.weightsHash = TrainingSet.sha256(made.weights());
            model.madeWith = build;
            model.become(passed ? ModelState.TRAINED : ModelState.REGRESSED);
            return (passed
                            ? models.keepWeights(version, made.weights())
                            : Uni.createFrom().voidItem())
                    .chain(() -> models.note(model, null));
        });
    }

    @WithTransaction
    Uni<Void> fail(String version, UUID process) {
        return held(version, process).chain(this::fail);
    }

    /** Joins the caller's transaction, if there is one. */
    @WithTransaction
    Uni<Void> failAbandoned() {
        return models.abandoned(Instant.now())
                .chain(found -> found == null
                        ? Uni.createFrom().voidItem()
                        : locked(found)
                                .map(model -> model.leasedUntil.isBefore(Instant.now()) ? model : null)
                                .chain(this::fail));
    }

    private Uni<Void> fail(ModelVersion model) {
        if (model == null || model.state != ModelState.TRAINING) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("model %s was not made", model.version);
        model.become(ModelState.FAILED);
        return models.note(model, null);
    }

    /** Locked; null where the lease ended and it counts as failed. */
    private Uni<ModelVersion> held(String version, UUID process) {
        return locked(version)
                .map(model -> model.state == ModelState.TRAINING && process.equals(model.heldBy) ? model : null);
    }

    private Uni<ModelVersion> locked(String version) {
        return models.find("version", version)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
