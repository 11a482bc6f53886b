package io.cofound.community.trust;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/operations/members/{id}/trust")
@Tag(name = "trust")
class MemberTrustResource {

    private final TrustService trust;
    private final Caller caller;

    MemberTrustResource(TrustService trust, Caller caller) {
        this.trust = trust;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "How far a member is trusted, and why (operator)")
    public Uni<TrustView> get(UUID id) {
        caller.require(Role.OPERATOR);
        return trust.explainKnown(id);
    }
}
