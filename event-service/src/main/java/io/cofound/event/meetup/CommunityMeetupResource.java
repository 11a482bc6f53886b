package io.cofound.event.meetup;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/communities/{communityId}/events")
@Tag(name = "meetups")
class CommunityMeetupResource {

    /** What an Idempotency-Key stands for: the same draft for another community is another request. */
    private record Creation(UUID communityId, MeetupDraft draft) {}

    private final MeetupService meetups;
    private final MeetupAccess access;
    private final Idempotency idempotency;
    private final Caller caller;

    CommunityMeetupResource(MeetupService meetups, MeetupAccess access, Idempotency idempotency, Caller caller) {
        this.meetups = meetups;
        this.access = access;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Create a meetup (owner, moderator, organiser)", description = """
                    With `publish: true` it is published at once, otherwise it is a draft that only those see who may \
                    organise. Others see a published one once its texts were judged; `moderation` tells those who may organise. \
                    It starts in the future, within five years, and lasts at most 31 days. 409 in an archived \
                    community.""")
    public Uni<RestResponse<MeetupView>> create(
            UUID communityId, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid MeetupDraft draft) {
        UUID organiserId = caller.id();
        return access.awaitOrganiserOf(communityId, organiserId)
                .chain(() -> idempotency.once(
                        organiserId,
                        key,
                        new Creation(communityId, draft),
                        MeetupView.class,
                        () -> meetups.create(organiserId, communityId, draft)))
                .map(view -> ResponseBuilder.<MeetupView>created(URI.create("/api/v1/events/" + view.id()))
                        .entity(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }

    @GET
    @Operation(summary = "A community's meetups", description = """
                    `when=UPCOMING` (default): those not over yet, the next one first. `when=PAST`: those that are over, \
                    the last one first. Cancelled meetups are not listed; drafts only for those who may organise. \
                    Anybody reads those of a PUBLIC community, members those of a LISTED or HIDDEN one.""")
    public Uni<Page<MeetupView>> list(
            UUID communityId,
            @QueryParam("when") @DefaultValue("UPCOMING") Period when,
            @BeanParam @Valid PageRequest page) {
        return meetups.list(caller.optionalId(), communityId, when, page);
    }
}
