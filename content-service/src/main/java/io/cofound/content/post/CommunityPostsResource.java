package io.cofound.content.post;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/communities/{communityId}/posts")
@Tag(name = "posts")
class CommunityPostsResource {

    /** What one idempotency key stands for. */
    private record Submission(UUID communityId, PostDraft draft) {}

    private final PostService posts;
    private final PostReading reading;
    private final Idempotency idempotency;
    private final Caller caller;

    CommunityPostsResource(PostService posts, PostReading reading, Idempotency idempotency, Caller caller) {
        this.posts = posts;
        this.reading = reading;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Submit a post to a community (member)",
            description = "409 in an archived community, and for news that the community has already.")
    public Uni<RestResponse<PostView>> submit(
            UUID communityId, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid PostDraft draft) {
        UUID authorId = caller.id();
        String authorName = caller.displayName();
        return posts.requireWriter(communityId, Reader.of(caller))
                .chain(() -> idempotency.once(
                        authorId,
                        key,
                        new Submission(communityId, draft),
                        PostView.class,
                        () -> posts.submit(communityId, authorId, authorName, draft)))
                .map(view -> ResponseBuilder.<PostView>created(URI.create("/api/v1/posts/" + view.id()))
                        .entity(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }

    @GET
    @Operation(
            summary = "Posts of a community, latest first",
            description = "What is published, as everybody sees it. With pinned=true: only what is pinned, what was"
                    + " pinned last first. With a state: the posts whose latest revision stands so; moderators see all"
                    + " of them, others their own.")
    public Uni<Page<PostSummary>> list(
            UUID communityId,
            @QueryParam("state") @Parameter(description = "default: what is published") PostState state,
            @QueryParam("pinned")
                    @DefaultValue("false")
                    @Parameter(description = "only what is pinned; not with a state")
                    boolean pinned,
            @BeanParam @Valid PageRequest page) {
        if (pinned && state != null) {
            throw Problem.malformed("pinned-with-state", "pinned and state cannot be asked for together.");
        }
        if (pinned) {
            return reading.pinned(communityId, Reader.of(caller), page);
        }
        return state == null
                ? reading.inCommunity(communityId, Reader.of(caller), page)
                : reading.inCommunity(communityId, state, Reader.of(caller), page);
    }
}
