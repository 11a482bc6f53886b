package io.cofound.content.feed;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.content.mute.TagText;
import io.cofound.content.post.PostSummary;
import io.cofound.content.post.Reader;
import io.cofound.contracts.content.PostType;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/feed")
@Tag(name = "feeds")
class FeedResource {

    private final FeedReading reading;
    private final Caller caller;

    FeedResource(FeedReading reading, Caller caller) {
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Published posts that the reader may read",
            description = "latest: of every community. trending: what readers did most with lately, scored once a"
                    + " minute. following: by members whom the reader follows. Never what the reader mutes.")
    public Uni<Page<PostSummary>> feed(
            @QueryParam("sort") @DefaultValue("latest") @Parameter(description = "latest, trending or following")
                    String sort,
            @QueryParam("unseen") @Parameter(description = "first: what the reader has not read comes first")
                    String unseen,
            @QueryParam("tag") @Parameter(description = "an id or word of the vocabulary, or any other text")
                    String tag,
            @QueryParam("type") PostType type,
            @QueryParam("communityId") UUID communityId,
            @BeanParam @Valid PageRequest page) {
        FeedSort order = FeedSort.of(sort);
        boolean unseenFirst = isFirst(unseen);
        Reader reader = Reader.of(caller);
        if (reader.id() == null && (unseenFirst || order == FeedSort.FOLLOWING)) {
            throw Problem.unauthenticated();
        }
        return reading.read(FeedRequest.of(
                order,
                unseenFirst,
                tag == null ? null : TagText.of(tag),
                type,
                communityId,
                reader,
                page.limit(),
                page.cursor()));
    }

    private static boolean isFirst(String unseen) {
        if (unseen != null && !unseen.equals("first")) {
            throw Problem.malformed("unknown-unseen", "unseen takes first.");
        }
        return unseen != null;
    }
}
