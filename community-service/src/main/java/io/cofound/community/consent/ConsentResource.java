package io.cofound.community.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/consents")
@Tag(name = "privacy")
class ConsentResource {

    private final ConsentService consents;
    private final Caller caller;

    ConsentResource(ConsentService consents, Caller caller) {
        this.consents = consents;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What I consent to; nothing until I say so")
    public Uni<ConsentsView> get() {
        return consents.get(caller.id());
    }

    @PUT
    @Operation(summary = "Give or withdraw consent; what is left out stays as it is")
    public Uni<ConsentsView> put(@NotNull @Valid ConsentChange change) {
        caller.id();
        return consents.answer(caller, change);
    }

    @GET
    @Path("/history")
    @Operation(summary = "What I consented to and when, latest first")
    public Uni<Page<ConsentAnswerView>> history(@BeanParam @Valid PageRequest page) {
        return consents.history(caller.id(), page);
    }
}
