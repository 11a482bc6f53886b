package io.cofound.moderation.rules;

import java.net.URI;
import java.util.UUID;

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

/** For moderators and operators of the platform. */
@Path("/moderation/rules")
@Tag(name = "moderation")
class RuleResource {

    /** What a rule is to become. */
    record StateChange(@NotNull RuleState state) {}

    private final RuleService rules;
    private final RuleSets sets;
    private final Idempotency idempotency;
    private final Caller caller;

    RuleResource(RuleService rules, RuleSets sets, Idempotency idempotency, Caller caller) {
        this.rules = rules;
        this.sets = sets;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Write a rule down; it sees no text before it becomes SHADOW")
    public Uni<RestResponse<RuleView>> write(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid RuleDraft draft) {
        requireModeration();
        UUID author = caller.id();
        return idempotency
                .once(author, key, draft, RuleView.class, () -> rules.write(author, draft))
                .map(view -> ResponseBuilder.<RuleView>created(URI.create("/api/v1/moderation/rules/" + view.id()))
                        .entity(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }

    @GET
    @Operation(summary = "Rules and what they caught, newest first")
    public Uni<Page<RuleView>> list(@BeanParam @Valid PageRequest page) {
        requireModeration();
        return rules.list(page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A rule, what it caught, and who changed it when")
    public Uni<RestResponse<RuleView>> get(UUID id) {
        requireModeration();
        return rules.get(id).map(RuleResource::tagged);
    }

    @PUT
    @Path("/{id}/state")
    @Operation(summary = "Let a rule watch (SHADOW), decide (LIVE) or end (RETIRED)")
    public Uni<RestResponse<RuleView>> move(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid StateChange change) {
        requireModeration();
        return rules.move(id, Revision.expected(ifMatch), caller.id(), change.state())
                .call(sets::refresh)
                .map(RuleResource::tagged);
    }

    private void requireModeration() {
        if (!caller.has(Role.OPERATOR)) {
            caller.require(Role.MODERATOR);
        }
    }

    private static RestResponse<RuleView> tagged(RuleView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
