package io.cofound.matching.recommendation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.matching.relevance.Phrases;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/recommendations")
@Tag(name = "ranking")
class RecommendationResource {

    private final RecommendationService recommendations;
    private final Caller caller;

    RecommendationResource(RecommendationService recommendations, Caller caller) {
        this.recommendations = recommendations;
        this.caller = caller;
    }

    @GET
    @Path("/posts")
    @Operation(
            summary = "Posts that should interest the reader",
            description = "From public communities and the reader's own, without what the reader wrote, best first:"
                    + " near to the reader's own posts and opportunities, and fresh (freshness halves every 7 days"
                    + " unless configured otherwise; the reason says it). That takes the reader's consent to"
                    + " recommendation (PUT /me/consents); without it, for who is not signed in, and for who has"
                    + " written nothing yet, the basis is NOT_PERSONALISED: the freshest, those of the reader's"
                    + " communities before others. An author without a name is a former member. Reasons are in the language of Accept-Language (zh or en). These are"
                    + " the best of a ranking, not a list: there is no next page, and what can be asked for is the"
                    + " limit.")
    public Uni<RestResponse<PostRecommendations>> posts(
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @HeaderParam("Accept-Language") String acceptLanguage) {
        Phrases phrases = Phrases.accepted(acceptLanguage);
        return recommendations.posts(caller.optionalId(), limit, phrases).map(best -> ResponseBuilder.ok(best)
                .header("Content-Language", phrases.language())
                .header("Vary", "Accept-Language, Authorization")
                .build());
    }
}
