package io.cofound.matching.recommendation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.matching.index.MatchingIndex;
import io.cofound.matching.relevance.Phrases;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/recommendations")
@Tag(name = "ranking")
class RecommendationResource {

    private final PostRecommender recommender;
    private final Caller caller;

    RecommendationResource(PostRecommender recommender, Caller caller) {
        this.recommender = recommender;
        this.caller = caller;
    }

    @GET
    @Path("/posts")
    @Operation(
            summary = "Posts that should interest the reader",
            description = "From public communities and the reader's own, without what the reader wrote, best first:"
                    + " near to the reader's own posts and opportunities, and fresh (freshness halves every 7 days"
                    + " unless configured otherwise; the reason says it). Who is not signed in, or has written nothing"
                    + " yet, gets the freshest. Reasons are in the language of Accept-Language (zh or en). These are"
                    + " the best of a ranking, not a list: there is no next page, and what can be asked for is the"
                    + " limit.")
    public Uni<RestResponse<Page<PostRecommendation>>> posts(
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @HeaderParam("Accept-Language") String acceptLanguage) {
        Optional<UUID> reader = caller.optionalId();
        Phrases phrases = Phrases.accepted(acceptLanguage);
        return MatchingIndex.besideEventLoop(() -> recommender.recommend(reader, limit, Instant.now(), phrases))
                .map(items -> ResponseBuilder.ok(new Page<>(items, null))
                        .header("Content-Language", phrases.language())
                        .header("Vary", "Accept-Language, Authorization")
                        .build());
    }
}
