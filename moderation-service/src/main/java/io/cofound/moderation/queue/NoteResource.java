package io.cofound.moderation.queue;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.moderation.community.Reviewer;
import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/moderation/cases/{id}/notes")
@Tag(name = "moderation")
class NoteResource {

    /** What one idempotency key stands for. */
    private record NewNote(UUID caseId, NoteService.Draft draft) {}

    private final NoteService notes;
    private final Idempotency idempotency;
    private final Caller caller;

    NoteResource(NoteService notes, Idempotency idempotency, Caller caller) {
        this.notes = notes;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Tell other moderators something about a case; its author never sees it")
    public Uni<RestResponse<NoteService.View>> add(
            UUID id, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NoteService.Draft draft) {
        Reviewer reviewer = Reviewer.of(caller);
        return idempotency
                .once(
                        reviewer.id(),
                        key,
                        new NewNote(id, draft),
                        NoteService.View.class,
                        () -> notes.add(id, reviewer, draft))
                .map(view -> RestResponse.status(RestResponse.Status.CREATED, view));
    }

    @GET
    @Operation(summary = "What moderators noted about a case, oldest first")
    public Uni<Page<NoteService.View>> list(UUID id, @BeanParam @Valid PageRequest page) {
        return notes.of(id, Reviewer.of(caller), page);
    }
}
