package io.cofound.content.draft;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.content.post.PostService;
import io.cofound.content.post.Reader;
import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/communities/{communityId}/drafts")
@Tag(name = "drafts")
class CommunityDraftsResource {

    /** What one idempotency key stands for. */
    private record NewDraft(UUID communityId, DraftContent content) {}

    private final DraftService drafts;
    private final PostService posts;
    private final Idempotency idempotency;
    private final Caller caller;

    CommunityDraftsResource(DraftService drafts, PostService posts, Idempotency idempotency, Caller caller) {
        this.drafts = drafts;
        this.posts = posts;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Begin a post that nobody else sees (member)",
            description = "Every field may be missing. At most 100 drafts a member, else 409.")
    public Uni<RestResponse<DraftView>> create(
            UUID communityId, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid DraftContent content) {
        UUID authorId = caller.id();
        String authorName = caller.displayName();
        return posts.requireWriter(communityId, Reader.of(caller))
                .chain(() -> idempotency.once(
                        authorId,
                        key,
                        new NewDraft(communityId, content),
                        DraftView.class,
                        () -> drafts.create(communityId, authorId, authorName, content)))
                .map(view -> ResponseBuilder.<DraftView>created(URI.create("/api/v1/drafts/" + view.id()))
                        .entity(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }
}
