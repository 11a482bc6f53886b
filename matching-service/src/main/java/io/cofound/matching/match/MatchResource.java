package io.cofound.matching.match;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.matching.relevance.Phrases;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/opportunities/{id}/matches")
@Tag(name = "resources")
class MatchResource {

    private final MatchService matches;
    private final Caller caller;

    MatchResource(MatchService matches, Caller caller) {
        this.matches = matches;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What fits an opportunity best, in either language",
            description = "Open opportunities of the other kind in the same category, not of the same member, best"
                    + " first, with reasons in the language of Accept-Language (zh or en). These are the best of a"
                    + " ranking, not a list: there is no next page, and what can be asked for is the limit.")
    public Uni<RestResponse<Page<MatchView>>> list(
            UUID id,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @HeaderParam("Accept-Language") String acceptLanguage) {
        Phrases phrases = Phrases.accepted(acceptLanguage);
        return matches.matches(id, caller.optionalId(), limit, phrases)
                .map(items -> ResponseBuilder.ok(new Page<>(items, null))
                        .header("Content-Language", phrases.language())
                        .header("Vary", "Accept-Language")
                        .build());
    }
}
