package io.cofound.community.member;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/members")
@Tag(name = "members")
class MemberResource {

    private final MemberService members;

    MemberResource(MemberService members) {
        this.members = members;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A member's public profile")
    public Uni<MemberView> get(UUID id) {
        return members.get(id);
    }
}
