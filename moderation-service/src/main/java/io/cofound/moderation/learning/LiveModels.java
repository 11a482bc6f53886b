package io.cofound.moderation.learning;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.Classifier;
import io.cofound.moderation.classify.LocalCascade;
import io.cofound.moderation.classify.TrainedModel;
import io.cofound.moderation.learning.ModelRepository.Chosen;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Lets this instance judge with the version that is live, at most a few seconds behind the others. A version that it
 * cannot read, as another build made it, does not stop it: it judges with the shipped one, and every decision says so.
 */
@ApplicationScoped
class LiveModels {

    private static final Logger LOG = Logger.getLogger(LiveModels.class);

    /** @param revision the one with which it came into its state */
    record Model(String version, long revision, LocalCascade cascade) {}

    private record Applied(long set, Model live, Optional<Model> shadow) {}

    private final ModelRepository models;
    private final Engine engine;
    private final Classifier classifier;
    private final Vertx vertx;
    private volatile Applied current;

    LiveModels(ModelRepository models, Engine engine, Classifier classifier, Vertx vertx) {
        this.models = models;
        this.engine = engine;
        this.classifier = classifier;
        this.vertx = vertx;
    }

    /** To be called after a change was committed, too, for whoever made it to see it at once. */
    @Scheduled(every = "{cofound.moderation.learning.look-after}", concurrentExecution = ConcurrentExecution.SKIP)
    @WithSession
    Uni<Void> refresh() {
        return engine.shipped().chain(shipped -> models.chosen()
                .chain(chosen -> isApplied(chosen)
                        ? Uni.createFrom().voidItem()
                        : only(chosen, ModelState.LIVE, shipped)
                                .chain(live -> only(chosen, ModelState.SHADOW, shipped)
                                        .invoke(shadow -> apply(new Applied(
                                                chosen.getFirst().set(),
                                                live.orElseGet(() -> new Model(ModelVersion.SHIPPED, 0, shipped)),
                                                shadow))))
                                .replaceWithVoid()));
    }

    /** Names in decisions what judges here. */
    String name() {
        Applied applied = current;
        return applied == null ? null : applied.live().cascade().card().version();
    }

    Optional<Model> shadow() {
        Applied applied = current;
        return applied == null ? Optional.empty() : applied.shadow();
    }

    private boolean isApplied(List<Chosen> chosen) {
        return current != null && current.set() >= chosen.getFirst().set();
    }

    /** A look that began earlier and ends later changes nothing. */
    private synchronized void apply(Applied wanted) {
        if (current == null || current.set() < wanted.set()) {
            current = wanted;
            classifier.use(wanted.live().cascade());
            LOG.infof(
                    "model %s is live, in shadow is %s",
                    name(), wanted.shadow().map(Model::version).orElse("none"));
        }
    }

    private Uni<Optional<Model>> only(List<Chosen> chosen, ModelState state, LocalCascade shipped) {
        return chosen.stream()
                .filter(one -> one.state() == state)
                .findFirst()
                .map(one -> load(one, shipped))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Model>> load(Chosen chosen, LocalCascade shipped) {
        if (chosen.version().equals(ModelVersion.SHIPPED)) {
            return Uni.createFrom().item(Optional.of(new Model(chosen.version(), chosen.revision(), shipped)));
        }
        return models.named(chosen.version()).chain(model -> models.weights(model.version)
                .chain(weights -> model.fits(Engine.build(shipped))
                        ? read(shipped, new TrainedModel(weights, model.card))
                                .map(cascade -> Optional.of(new Model(model.version, model.revision, cascade)))
                                .onFailure()
                                .recoverWithItem(failure -> unusable(
                                        model, "of " + failure.getClass().getName()))
                        : Uni.createFrom().item(() -> unusable(model, "another build made it"))));
    }

    private static Optional<Model> unusable(ModelVersion model, String because) {
        LOG.errorf("model %s cannot be used here, because %s; train a new one", model.version, because);
        return Optional.empty();
    }

    private Uni<LocalCascade> read(LocalCascade shipped, TrainedModel model) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(() -> engine.cascade(shipped, model), false)
                .toCompletionStage());
    }
}
