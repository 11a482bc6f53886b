package io.cofound.community.trust;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/trust")
@Tag(name = "trust")
class TrustResource {

    private final TrustService trust;
    private final Caller caller;

    TrustResource(TrustService trust, Caller caller) {
        this.trust = trust;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "How far I am trusted, why, and what the next level takes")
    public Uni<TrustView> get() {
        return trust.explain(caller.id());
    }
}
