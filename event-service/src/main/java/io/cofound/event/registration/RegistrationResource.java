package io.cofound.event.registration;

import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.cofound.event.seat.RegistrationState;
import io.cofound.event.seat.RegistrationView;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/events/{meetupId}/registrations")
@Tag(name = "meetups")
class RegistrationResource {

    /** Nothing to say yet but that one wants to come. */
    record Wish() {}

    private final RegistrationService registrations;
    private final Caller caller;

    RegistrationResource(RegistrationService registrations, Caller caller) {
        this.registrations = registrations;
        this.caller = caller;
    }

    @PUT
    @Path("/me")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register for a meetup", description = """
                    Gives a seat (CONFIRMED) or, when none is free, the last place in the line (WAITLISTED, with \
                    `position` from 1). First come, first served; a seat that is given back goes to the first in line \
                    at once. Registering twice is registering once; after a cancellation it is a new arrival.

                    Any signed-in person may register for a meetup of a PUBLIC community, without joining it first; \
                    for one of a LISTED or HIDDEN community only its members may. 409 when the meetup is a draft, is \
                    cancelled or has started, when the community is archived, and while its texts are not accepted \
                    (`meetup-pending`: judgement of the first ones is waited for up to 1.5 s).""")
    public Uni<RegistrationView> register(UUID meetupId, @Valid Wish wish) {
        return registrations.register(caller.id(), meetupId);
    }

    /** For clients that send no body, and so no content type, where there is nothing to say. */
    @PUT
    @Path("/me")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<RegistrationView> register(UUID meetupId) {
        return registrations.register(caller.id(), meetupId);
    }

    @GET
    @Path("/me")
    @Operation(
            summary = "My own registration, cancelled or not",
            description = "404 for those who never registered. `position` only while WAITLISTED.")
    public Uni<RegistrationView> own(UUID meetupId) {
        return registrations.own(caller.id(), meetupId);
    }

    @DELETE
    @Path("/me")
    @Operation(summary = "Give my seat, or my place in the line, back", description = """
                    The first in line is confirmed at once. Cancelling twice is cancelling once; 404 for those who \
                    never registered, 409 when the meetup is cancelled or has started.""")
    public Uni<Void> cancel(UUID meetupId) {
        return registrations.cancel(caller.id(), meetupId);
    }

    @GET
    @Operation(
            summary = "Who registered, in the order of arrival (owner, moderator, organiser)",
            description = "`state` narrows the list, for example to the line: `state=WAITLISTED`.")
    public Uni<Page<RegistrationView>> list(
            UUID meetupId, @QueryParam("state") RegistrationState state, @BeanParam @Valid PageRequest page) {
        return registrations.list(caller.id(), meetupId, Optional.ofNullable(state), page);
    }
}
