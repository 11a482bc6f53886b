package io.cofound.community.joining;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.cofound.community.ban.BanView;
import io.cofound.community.ban.Bans;
import io.cofound.community.community.MembershipView;
import io.cofound.community.joining.JoinOutcome.Joined;
import io.cofound.community.joining.JoinOutcome.Refused;
import io.cofound.community.joining.JoinOutcome.Requested;
import io.cofound.community.joinrequest.JoinRequestView;
import io.cofound.platform.web.identity.Caller;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import static java.util.Objects.requireNonNullElse;

@Path("/communities/{communityId}/members")
@Tag(name = "communities")
class JoiningResource {

    private final JoiningService joining;
    private final Caller caller;

    JoiningResource(JoiningService joining, Caller caller) {
        this.joining = joining;
        this.caller = caller;
    }

    @POST
    // Named, so that a client that sends no body need not say of which type it is.
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Join a community, or ask to",
            description = "An invitation lets one into a community whatever its joining is, and into a hidden one too.")
    @APIResponse(
            responseCode = "201",
            description = "Joined, or belonged to it already",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Asked; a repeat is answered with the same request",
            content = @Content(schema = @Schema(implementation = JoinRequestView.class)))
    @APIResponse(responseCode = "403", description = "`invitation-required`, or `banned` with `until` and `reason`")
    @APIResponse(responseCode = "409", description = "`asked-recently` with `askAgainAt`, or `community-archived`")
    @APIResponse(
            responseCode = "410",
            description = "`invitation-expired`, `invitation-used-up` or `invitation-revoked`")
    @APIResponse(
            responseCode = "422",
            description = "`invitation-unknown`; of a hidden community that is a 404 like any other")
    public Uni<RestResponse<Object>> join(UUID communityId, @Valid JoinApplication application) {
        caller.id();
        return joining.join(caller, communityId, requireNonNullElse(application, JoinApplication.EMPTY))
                .map(outcome -> switch (outcome) {
                    case Joined(MembershipView membership) ->
                        ResponseBuilder.<Object>created(URI.create(
                                        "/api/v1/communities/" + communityId + "/members/" + membership.memberId()))
                                .entity(membership)
                                .build();
                    case Requested(JoinRequestView request) ->
                        ResponseBuilder.<Object>create(Status.ACCEPTED)
                                .entity(request)
                                .header("Location", "/api/v1/communities/" + communityId + "/join-requests/me")
                                .build();
                    case Refused(BanView ban) ->
                        ResponseBuilder.<Object>create(Status.FORBIDDEN)
                                .entity(Bans.refusal(ban))
                                .type(HttpProblem.MEDIA_TYPE)
                                .build();
                });
    }
}
