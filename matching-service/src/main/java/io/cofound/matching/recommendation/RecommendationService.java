package io.cofound.matching.recommendation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.matching.consent.Consents;
import io.cofound.matching.index.MatchingIndex;
import io.cofound.matching.relevance.Phrases;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class RecommendationService {

    private final PostRecommender recommender;
    private final Consents consents;

    RecommendationService(PostRecommender recommender, Consents consents) {
        this.recommender = recommender;
        this.consents = consents;
    }

    /** By what the reader writes only where the reader consented to that. */
    Uni<PostRecommendations> posts(Optional<UUID> reader, int limit, Phrases phrases) {
        return reader.map(consents::recommendation)
                .orElseGet(() -> Uni.createFrom().item(false))
                .chain(personal -> MatchingIndex.besideEventLoop(
                        () -> recommender.recommend(reader, personal, limit, Instant.now(), phrases)));
    }
}
