package io.cofound.community.tag;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.contracts.tag.TagVocabulary;
import io.cofound.platform.web.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/tags")
@Tag(name = "tags")
class TagResource {

    private static final Duration FRESH = Duration.ofHours(1);

    @GET
    @Operation(summary = "The tags for skills, interests and posts, all on one page")
    public RestResponse<Page<TagView>> list(
            @Parameter(description = "The beginning of an id, name or alias in Chinese or English, as it is typed")
                    @QueryParam("q")
                    @Size(max = 60)
                    String beginning) {
        TagVocabulary vocabulary = TagVocabulary.standard();
        var tags = beginning == null || beginning.isBlank() ? vocabulary.all() : vocabulary.suggest(beginning);
        List<TagView> items = tags.stream().map(TagView::of).toList();
        return ResponseBuilder.ok(new Page<>(items, null))
                .header("Cache-Control", "public, max-age=" + FRESH.toSeconds())
                .build();
    }
}
