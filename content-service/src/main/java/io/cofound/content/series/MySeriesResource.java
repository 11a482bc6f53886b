package io.cofound.content.series;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/series")
@Tag(name = "series")
class MySeriesResource {

    private final ProgressService progress;
    private final Caller caller;

    MySeriesResource(ProgressService progress, Caller caller) {
        this.progress = progress;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Series that the caller has begun and may read, begun last first")
    public Uni<Page<StartedSeries>> list(@BeanParam @Valid PageRequest page) {
        caller.id();
        return progress.started(Reader.of(caller), page);
    }
}
