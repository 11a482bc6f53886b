package io.cofound.community.notification;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/digests")
@Tag(name = "notifications")
class DigestResource {

    private final DigestService digests;
    private final Caller caller;

    DigestResource(DigestService digests, Caller caller) {
        this.digests = digests;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My daily digests, latest first")
    public Uni<Page<DigestView>> list(@BeanParam @Valid PageRequest page) {
        return digests.list(caller.id(), page);
    }
}
