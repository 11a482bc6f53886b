package io.cofound.community.erasure;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/operations/erasures")
@Tag(name = "operations")
class LedgerResource {

    private final Ledger ledger;
    private final Caller caller;

    LedgerResource(Ledger ledger, Caller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Erasures and who has acknowledged them, latest first (operator)")
    public Uni<Page<ErasureView>> list(@QueryParam("state") ErasureState state, @BeanParam @Valid PageRequest page) {
        caller.require(Role.OPERATOR);
        return ledger.list(state, page);
    }

    @GET
    @Path("/{erasureId}")
    @Operation(summary = "One erasure and who has acknowledged it (operator)")
    public Uni<ErasureView> get(UUID erasureId) {
        caller.require(Role.OPERATOR);
        return ledger.get(erasureId);
    }
}
