package io.cofound.moderation.appeal;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.moderation.community.Reviewer;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/moderation/appeals/{id}")
@Tag(name = "moderation")
class AppealResource {

    private final AppealService appeals;
    private final Caller caller;

    AppealResource(AppealService appeals, Caller caller) {
        this.appeals = appeals;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "An appeal and how it stands, for its author and for moderators")
    public Uni<AppealView> get(UUID id) {
        return appeals.get(id, Reviewer.of(caller));
    }
}
