package io.cofound.moderation.queue;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.moderation.community.Reviewer;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/moderation/cases")
@Tag(name = "moderation")
class CaseResource {

    private final CaseService cases;
    private final CaseList list;
    private final Resolutions resolutions;
    private final BulkResolutions bulk;
    private final Caller caller;

    CaseResource(CaseService cases, CaseList list, Resolutions resolutions, BulkResolutions bulk, Caller caller) {
        this.cases = cases;
        this.list = list;
        this.resolutions = resolutions;
        this.bulk = bulk;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What waits for people, most urgent first (moderators of the platform or of a community)",
            description =
                    "state: OPEN (default), CLAIMED, RESOLVED, WITHDRAWN. Own texts, what the caller reported and what wants"
                            + " somebody who had no part in it are left out. The text of severe cases and of second reviews"
                            + " is only in the single case.")
    public Uni<Page<CaseView>> list(@BeanParam CaseFilter filter, @BeanParam @Valid PageRequest page) {
        return list.page(filter, Reviewer.of(caller), page);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One case, its text, the reasons of the ruling and what reporters say",
            description = "The text of an open case that is severe or a second review is only for whoever claimed it.")
    public Uni<RestResponse<CaseView>> get(UUID id) {
        return cases.get(id, Reviewer.of(caller)).map(CaseResource::tagged);
    }

    @POST
    @Path("/{id}/claim")
    @Operation(
            summary = "Take a case for 15 minutes; again, and they begin anew",
            description = "409 case-claimed while another moderator has it, 403 had-a-part where the caller reported it"
                    + " or it wants somebody else, 429 with Retry-After where a break is due or enough severe cases"
                    + " were read this hour.")
    public Uni<RestResponse<CaseView>> claim(UUID id) {
        return cases.claim(id, Reviewer.of(caller)).map(CaseResource::tagged);
    }

    @DELETE
    @Path("/{id}/claim")
    @Operation(summary = "Give a case back")
    public Uni<Void> release(UUID id) {
        return cases.release(id, Reviewer.of(caller));
    }

    @POST
    @Path("/{id}/resolution")
    @Operation(
            summary = "Answer: PUBLISH or REJECT, with a label",
            description =
                    "Rules on the decision, and on whatever else is open about it. An unclaimed case is claimed by it."
                            + " If-Match is checked where it is sent. The same answer by the same person may be repeated.")
    public Uni<RestResponse<CaseView>> resolve(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Resolution resolution) {
        Long expected = ifMatch == null ? null : Revision.expected(ifMatch);
        return resolutions
                .resolve(id, Reviewer.of(caller), expected, resolution)
                .map(CaseResource::tagged);
    }

    @POST
    @Path("/resolutions")
    @Operation(summary = "Answer up to 50 cases, each with its own result")
    public Uni<BulkResolutions.Answer> resolve(@NotNull @Valid BulkResolutions.Request request) {
        return bulk.resolve(Reviewer.of(caller), request);
    }

    private static RestResponse<CaseView> tagged(CaseView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
