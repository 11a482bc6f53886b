package io.cofound.event.meetup;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/events/{id}")
@Tag(name = "meetups")
class MeetupResource {

    private final MeetupService meetups;
    private final Caller caller;

    MeetupResource(MeetupService meetups, Caller caller) {
        this.meetups = meetups;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "One meetup", description = """
                    Anybody reads those of a PUBLIC community, members those of a LISTED or HIDDEN one; drafts only \
                    those who may organise. A cancelled meetup stays readable. Where its organiser left and took the \
                    texts along, `title` and `description` are empty. The revision, and so the ETag, counts \
                    what organisers change, not who registers.""")
    public Uni<RestResponse<MeetupView>> get(UUID id) {
        return meetups.get(id, caller.optionalId()).map(MeetupResource::tagged);
    }

    @PATCH
    @Operation(summary = "Change or publish a meetup (owner, moderator, organiser)", description = """
                    Absent fields stay as they are; `publish: true` publishes a draft. Other \
                    texts of a published meetup are judged first; until then others see those before. More capacity confirms those who \
                    wait, in their order, at once; less than the number of people confirmed is refused with 409. Once \
                    a published meetup has started, its start and capacity stay. 409 in an archived community.""")
    public Uni<RestResponse<MeetupView>> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid MeetupChange change) {
        return meetups.change(caller.id(), id, Revision.expected(ifMatch), change)
                .map(MeetupResource::tagged);
    }

    @DELETE
    @Operation(summary = "Cancel a meetup (owner, moderator, organiser)", description = """
                    It stays readable as CANCELLED and registrations stay as they were. Cancelling twice is cancelling \
                    once; a meetup that is over is refused with 409.""")
    public Uni<Void> cancel(UUID id) {
        return meetups.cancel(caller.id(), id);
    }

    private static RestResponse<MeetupView> tagged(MeetupView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
