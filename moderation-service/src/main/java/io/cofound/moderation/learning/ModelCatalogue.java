package io.cofound.moderation.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.LocalCascade;
import io.cofound.moderation.classify.ModelCard;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** Finds and shows versions. */
@ApplicationScoped
class ModelCatalogue {

    private static final Cursor BEFORE_ALL = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final ModelRepository models;
    private final ShadowCounts shadows;
    private final Engine engine;

    ModelCatalogue(ModelRepository models, ShadowCounts shadows, Engine engine) {
        this.models = models;
        this.shadows = shadows;
        this.engine = engine;
    }

    /** The live one first, then the newest. */
    @WithSession
    Uni<Page<ModelView>> list(PageRequest page) {
        return engine.shipped()
                .chain(shipped -> page.after().isPresent()
                        ? models.page(page)
                                .map(found -> Page.of(
                                        found,
                                        page,
                                        ModelRepository::cursorOf,
                                        model -> ModelView.of(model, shipped.card(), null)))
                        : models.only(ModelState.LIVE).chain(live -> models.page(page)
                                .map(others -> first(live, others, page.limit(), shipped.card()))));
    }

    @WithSession
    Uni<ModelView> get(String version) {
        return engine.shipped().chain(shipped -> named(version, shipped).chain(model -> view(model, shipped.card())));
    }

    /** The shipped one, too, by the version that this build gave it; 404 for one that is not known. */
    Uni<ModelVersion> named(String version, LocalCascade shipped) {
        return models.named(version.equals(shipped.card().version()) ? ModelVersion.SHIPPED : version)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("model"));
    }

    /** With all details. */
    Uni<ModelView> view(ModelVersion model, ModelCard shipped) {
        Uni<ShadowFigures> shadow = model.state == ModelState.SHADOW
                ? shadows.figures(model.version, model.revision)
                : Uni.createFrom().nullItem();
        return shadow.chain(figures -> models.history(model.version)
                .map(history -> ModelView.of(
                        model,
                        shipped,
                        new ModelView.Details(model.weightsHash, model.createdBy, model.report, figures, history))));
    }

    private static Page<ModelView> first(ModelVersion live, List<ModelVersion> others, int limit, ModelCard shipped) {
        List<ModelVersion> shown = new ArrayList<>(others.subList(0, Math.min(limit - 1, others.size())));
        shown.addFirst(live);
        Cursor after = shown.size() == 1 ? BEFORE_ALL : ModelRepository.cursorOf(shown.getLast());
        return new Page<>(
                shown.stream().map(model -> ModelView.of(model, shipped, null)).toList(),
                others.size() >= limit ? after.encode() : null);
    }
}
