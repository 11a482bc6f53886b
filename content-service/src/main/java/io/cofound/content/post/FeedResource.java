package io.cofound.content.post;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/feed")
@Tag(name = "posts")
class FeedResource {

    private final PostReading reading;
    private final Caller caller;

    FeedResource(PostReading reading, Caller caller) {
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Published posts of every community that the reader may read, latest first")
    public Uni<Page<PostSummary>> feed(
            @QueryParam("sort") @DefaultValue("latest") String sort, @BeanParam @Valid PageRequest page) {
        return switch (sort) {
            case "latest" -> reading.feed(Reader.of(caller), page);
            case "trending", "following" ->
                throw Problem.unprocessable("sort-not-offered-yet", "Only sort=latest is offered yet.");
            default -> throw Problem.malformed("unknown-sort", "sort takes latest.");
        };
    }
}
