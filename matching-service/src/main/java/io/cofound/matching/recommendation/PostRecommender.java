package io.cofound.matching.recommendation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.matching.concept.Glossary;
import io.cofound.matching.index.Fields;
import io.cofound.matching.index.MatchingIndex;
import io.cofound.matching.relevance.Evidence;
import io.cofound.matching.relevance.HybridSearch;
import io.cofound.matching.relevance.Interest;
import io.cofound.matching.relevance.Phrases;
import io.cofound.matching.relevance.Reason;
import io.cofound.matching.relevance.Relevance;
import io.cofound.matching.relevance.Score;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Ranks the posts that a reader may see by what the reader writes about, and by freshness. Blocking. */
@ApplicationScoped
class PostRecommender {

    private static final Relevance RELEVANCE = new Relevance(0.40, 0.30, 0);
    private static final double FRESHNESS = 0.30;

    private final MatchingIndex index;
    private final HybridSearch search;
    private final Glossary glossary;
    private final RecommendationConfig config;

    PostRecommender(MatchingIndex index, HybridSearch search, Glossary glossary, RecommendationConfig config) {
        this.index = index;
        this.search = search;
        this.glossary = glossary;
        this.config = config;
    }

    /**
     * The best first; for who has written nothing yet, and for nobody in particular, the freshest.
     *
     * @param limit 1 to 100
     */
    List<PostRecommendation> recommend(Optional<UUID> reader, int limit, Instant now, Phrases phrases) {
        return index.read(searcher -> {
            Query visible = VisiblePosts.to(searcher, reader);
            Interest interest = reader.isPresent() ? Profile.of(searcher, reader.get()) : Interest.NONE;
            List<Evidence> candidates = search.find(
                    searcher, visible, Fields.POST_VECTOR, interest, 2 * limit, freshest(searcher, visible, 2 * limit));
            List<PostRecommendation> recommendations = new ArrayList<>();
            for (Evidence candidate : candidates) {
                RecommendedPost post =
                        RecommendedPost.of(searcher.storedFields().document(candidate.document()));
                Score score = score(candidate, interest, Duration.between(post.publishedAt(), now), phrases);
                recommendations.add(new PostRecommendation(post, score.value(), score.reasons()));
            }
            recommendations.sort(Comparator.comparingDouble(PostRecommendation::score)
                    .reversed()
                    .thenComparing(r -> r.post().publishedAt(), Comparator.reverseOrder())
                    .thenComparing(r -> r.post().id()));
            return List.copyOf(recommendations.subList(0, Math.min(limit, recommendations.size())));
        });
    }

    private static List<Integer> freshest(IndexSearcher searcher, Query visible, int count) throws IOException {
        Sort latest = new Sort(new SortField(Fields.TIME, SortField.Type.LONG, true));
        return Arrays.stream(searcher.search(visible, count, latest).scoreDocs)
                .map(hit -> hit.doc)
                .toList();
    }

    private Score score(Evidence evidence, Interest interest, Duration age, Phrases phrases) {
        Relevance weights = RELEVANCE.given(evidence);
        Score.Builder score = new Score.Builder();
        evidence.concepts()
                .forEach((id, part) -> score.add(
                        Reason.Kind.CONCEPT, phrases.ownConcept(glossary.get(id)), weights.concepts() * part));
        evidence.meaning()
                .ifPresent(near -> score.add(Reason.Kind.MEANING, phrases.likeOwnTexts(), weights.meaning() * near));
        double freshness = interest.isEmpty() ? 1 : FRESHNESS;
        return score.add(
                        Reason.Kind.FRESHNESS,
                        phrases.published(age, config.halfLife()),
                        freshness * Freshness.of(age, config.halfLife()))
                .build();
    }
}
