package io.cofound.community.member;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/me")
@Tag(name = "members")
class MeResource {

    private final MemberService members;
    private final Caller caller;

    MeResource(MemberService members, Caller caller) {
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My own profile; the first call makes me a member")
    public Uni<RestResponse<MemberView>> get() {
        return members.me(caller).map(MeResource::tagged);
    }

    @PUT
    @Operation(summary = "Change what I show to others", description = """
                    Name, headline, about and links are judged before others see them; until then others see those \
                    before, and `moderation` tells how they stand. All else counts at once.""")
    public Uni<RestResponse<MemberView>> put(@HeaderParam("If-Match") String ifMatch, @NotNull @Valid Profile profile) {
        caller.id();
        return members.present(caller, Revision.expected(ifMatch), profile).map(MeResource::tagged);
    }

    private static RestResponse<MemberView> tagged(MemberView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
