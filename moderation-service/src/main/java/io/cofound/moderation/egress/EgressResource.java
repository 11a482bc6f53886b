package io.cofound.moderation.egress;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/moderation/egress")
@Tag(name = "moderation")
class EgressResource {

    private final EgressService egress;
    private final Caller caller;

    EgressResource(EgressService egress, Caller caller) {
        this.egress = egress;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What left the platform for a language model, newest first, for operators; never the text")
    public Uni<Page<PassageView>> list(@BeanParam @Valid PageRequest page) {
        caller.require(Role.OPERATOR);
        return egress.list(page);
    }
}
