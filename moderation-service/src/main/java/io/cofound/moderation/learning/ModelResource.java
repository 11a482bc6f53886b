package io.cofound.moderation.learning;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Everybody may see how good the models are; what is learnt and what is live, operators decide. */
@Path("/moderation/models")
@Tag(name = "moderation")
class ModelResource {

    /** What a version is to become. */
    record StateChange(@NotNull ModelState state) {}

    private final ModelService models;
    private final ModelCatalogue catalogue;
    private final LiveModels live;
    private final Trainer trainer;
    private final Idempotency idempotency;
    private final Caller caller;

    ModelResource(
            ModelService models,
            ModelCatalogue catalogue,
            LiveModels live,
            Trainer trainer,
            Idempotency idempotency,
            Caller caller) {
        this.models = models;
        this.catalogue = catalogue;
        this.live = live;
        this.trainer = trainer;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Learn a new version from what people decided, for operators",
            description = "Answers before it is made: its state is TRAINING, then TRAINED, REGRESSED or FAILED.")
    public Uni<RestResponse<ModelView>> train(@HeaderParam("Idempotency-Key") String key) {
        caller.require(Role.OPERATOR);
        var by = caller.id();
        return idempotency
                .once(by, key, "train", ModelView.class, () -> models.train(by))
                .invoke(trainer::wake)
                .map(view -> ResponseBuilder.<ModelView>accepted(view)
                        .location(URI.create("/api/v1/moderation/models/" + view.version()))
                        .tag(Revision.tag(view.revision()))
                        .build());
    }

    @GET
    @Operation(summary = "Versions of the local model: data and measured quality, the live one first, then the newest")
    public Uni<Page<ModelView>> list(@BeanParam @Valid PageRequest page) {
        caller.id();
        return catalogue.list(page);
    }

    @GET
    @Path("/{version}")
    @Operation(
            summary =
                    "A version, what it would decide otherwise, and who changed it when; for moderators and operators")
    public Uni<RestResponse<ModelView>> get(String version) {
        if (!caller.has(Role.OPERATOR)) {
            caller.require(Role.MODERATOR);
        }
        return catalogue.get(version).map(ModelResource::tagged);
    }

    @PUT
    @Path("/{version}/state")
    @Operation(summary = "Let a version watch (SHADOW), decide (LIVE) or end (RETIRED), for operators")
    public Uni<RestResponse<ModelView>> move(
            String version, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid StateChange change) {
        caller.require(Role.OPERATOR);
        return models.move(version, Revision.expected(ifMatch), caller.id(), change.state())
                .call(live::refresh)
                .map(ModelResource::tagged);
    }

    @POST
    @Path("/rollback")
    @Operation(summary = "Let what was live before be live again at once, for operators")
    public Uni<RestResponse<ModelView>> rollBack(@HeaderParam("Idempotency-Key") String key) {
        caller.require(Role.OPERATOR);
        var by = caller.id();
        return idempotency
                .once(by, key, "roll back", ModelView.class, () -> models.rollBack(by))
                .call(live::refresh)
                .map(ModelResource::tagged);
    }

    private static RestResponse<ModelView> tagged(ModelView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
