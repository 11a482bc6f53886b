package io.cofound.content.page;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/posts/{id}")
@Tag(name = "posts")
class PageResource {

    private final PageReading reading;
    private final Caller caller;

    PageResource(PageReading reading, Caller caller) {
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "One post with its counters and first comments",
            description = "Its author and moderators see the latest revision with its state and the reasons of its"
                    + " decision; others see the published revision.")
    public Uni<RestResponse<PageView>> get(UUID id) {
        return reading.get(id, Reader.of(caller)).map(view -> ResponseBuilder.ok(view)
                .tag(Revision.tag(view.post().revision()))
                .build());
    }
}
