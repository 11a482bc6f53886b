package io.cofound.moderation.learning;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.LocalCascade;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What operators do with versions. Changes wait for each other, so that one at most trains, watches, and is live. */
@ApplicationScoped
class ModelService {

    private final ModelRepository models;
    private final ModelCatalogue catalogue;
    private final DecidedTexts texts;
    private final ShadowCounts shadows;
    private final Trainings trainings;
    private final Engine engine;
    private final LearningConfig config;

    ModelService(
            ModelRepository models,
            ModelCatalogue catalogue,
            DecidedTexts texts,
            ShadowCounts shadows,
            Trainings trainings,
            Engine engine,
            LearningConfig config) {
        this.models = models;
        this.catalogue = catalogue;
        this.texts = texts;
        this.shadows = shadows;
        this.trainings = trainings;
        this.engine = engine;
        this.config = config;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while another is made, 422 with too little to learn from */
    @WithTransaction
    Uni<ModelView> train(UUID by) {
        return models.lock()
                .chain(trainings::failAbandoned)
                .chain(() -> models.only(ModelState.TRAINING))
                .invoke(other -> {
                    if (other != null) {
                        throw Problem.conflict("training-runs", "Model " + other.version + " is being made.");
                    }
                })
                .chain(() -> texts.countRuled())
                .invoke(ruled -> {
                    if (ruled < config.atLeast()) {
                        throw Problem.unprocessable(
                                "too-few-rulings",
                                "People ruled on " + ruled + " texts that are kept; it takes " + config.atLeast()
                                        + ".");
                    }
                })
                .chain(() -> engine.shipped())
                .chain(shipped -> models.only(ModelState.LIVE)
                        .chain(live -> models.nextNumber()
                                .map(number -> new ModelVersion(
                                        "learnt-" + number, live.judging(Engine.build(shipped)), by, config.lease())))
                        .chain(models::persistAndFlush)
                        .call(model -> models.note(model, by))
                        .map(model -> ModelView.of(model, shipped.card(), null)));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where the state does not follow */
    @WithTransaction
    Uni<ModelView> move(String version, long expectedRevision, UUID by, ModelState next) {
        return models.lock()
                .chain(() -> engine.shipped())
                .chain(shipped -> catalogue.named(version, shipped).chain(model -> {
                    Revision.check(expectedRevision, model.revision);
                    return (model.state.mayBecome(next)
                                    ? mayGoOn(model, next, by, shipped)
                                    : Uni.createFrom().voidItem())
                            .invoke(() -> model.move(next))
                            .chain(() -> noted(model, by))
                            .chain(() -> catalogue.view(model, shipped.card()));
                }));
    }

    /** What was live before is live again; the shipped one, if this build cannot read what that was. */
    @WithTransaction
    Uni<ModelView> rollBack(UUID by) {
        return models.lock().chain(() -> engine.shipped()).chain(shipped -> models.only(ModelState.LIVE)
                .chain(live -> {
                    if (live.replaced == null) {
                        throw Problem.conflict("nothing-before", "No other version was live before this one.");
                    }
                    return models.named(live.replaced)
                            .chain(before -> before.fits(Engine.build(shipped))
                                    ? Uni.createFrom().item(before)
                                    : models.named(ModelVersion.SHIPPED))
                            .chain(before -> retire(live, by)
                                    .invoke(() -> before.become(ModelState.LIVE))
                                    .chain(() -> noted(before, by))
                                    .chain(() -> catalogue.view(before, shipped.card())));
                }));
    }

    private Uni<Void> mayGoOn(ModelVersion model, ModelState next, UUID by, LocalCascade shipped) {
        if ((next == ModelState.SHADOW || next == ModelState.LIVE) && !model.fits(Engine.build(shipped))) {
            throw Problem.conflict("other-build", "It was made by another build, which read texts in another way.");
        }
        return switch (next) {
            case SHADOW ->
                models.only(ModelState.SHADOW)
                        .invoke(other -> {
                            if (other != null) {
                                throw Problem.conflict("shadow-taken", "Model " + other.version + " is in shadow.");
                            }
                        })
                        .replaceWithVoid();
            case LIVE ->
                models.only(ModelState.LIVE)
                        .invoke(live -> model.requireComparedWith(live.judging(Engine.build(shipped))))
                        .call(() -> wasWatched(model))
                        .chain(live -> {
                            model.replaced = live.version;
                            return retire(live, by);
                        });
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> wasWatched(ModelVersion model) {
        return shadows.figures(model.version, model.revision)
                .invoke(figures -> {
                    if (figures.texts() < config.shadowAtLeast()) {
                        throw Problem.conflict(
                                "too-little-shadow",
                                "It judged " + figures.texts() + " texts beside the live one; it takes "
                                        + config.shadowAtLeast() + ".");
                    }
                })
                .replaceWithVoid();
    }

    /** Before another takes its place: there is never more than one. */
    private Uni<Void> retire(ModelVersion live, UUID by) {
        live.become(ModelState.RETIRED);
        return models.flush().chain(() -> models.note(live, by));
    }

    private Uni<Void> noted(ModelVersion model, UUID by) {
        return models.flush().chain(() -> models.note(model, by)).chain(() -> models.tell());
    }
}
