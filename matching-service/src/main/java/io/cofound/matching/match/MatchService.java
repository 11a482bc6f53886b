package io.cofound.matching.match;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.matching.index.MatchingIndex;
import io.cofound.matching.opportunity.OpportunityService;
import io.cofound.matching.opportunity.OpportunityView;
import io.cofound.matching.relevance.Phrases;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MatchService {

    private final OpportunityService opportunities;
    private final Matcher matcher;

    MatchService(OpportunityService opportunities, Matcher matcher) {
        this.opportunities = opportunities;
        this.matcher = matcher;
    }

    /** The index ranks; what is answered is read from the database, so that nothing closed or refused is ever shown. */
    Uni<List<MatchView>> matches(UUID id, Optional<UUID> readerId, int limit, Phrases phrases) {
        return opportunities
                .get(id, readerId)
                .chain(opportunity -> MatchingIndex.besideEventLoop(() -> matcher.matches(opportunity, limit, phrases)))
                .chain(ranked -> opportunities
                        .open(ranked.stream().map(Matcher.Ranked::opportunityId).toList())
                        .map(open -> views(ranked, open)));
    }

    private static List<MatchView> views(List<Matcher.Ranked> ranked, List<OpportunityView> open) {
        Map<UUID, OpportunityView> byId =
                open.stream().collect(Collectors.toMap(OpportunityView::id, Function.identity()));
        return ranked.stream()
                .filter(match -> byId.containsKey(match.opportunityId()))
                .map(match -> new MatchView(
                        byId.get(match.opportunityId()),
                        match.score().value(),
                        match.score().reasons()))
                .toList();
    }
}
