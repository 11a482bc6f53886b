package io.cofound.content.draft;

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

@Path("/me/drafts")
@Tag(name = "drafts")
class MyDraftsResource {

    private final DraftService drafts;
    private final Caller caller;

    MyDraftsResource(DraftService drafts, Caller caller) {
        this.drafts = drafts;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The caller's drafts in every community, begun last first")
    public Uni<Page<DraftSummary>> list(@BeanParam @Valid PageRequest page) {
        return drafts.list(caller.id(), page);
    }
}
