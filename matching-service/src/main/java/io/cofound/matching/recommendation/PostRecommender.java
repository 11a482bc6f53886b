package io.cofound.matching.recommendation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** Ranks the posts that a reader may see by what the reader writes about, and by freshness. Blocking. */
@ApplicationScoped
class PostRecommender {

    private static final Relevance RELEVANCE = new Relevance(0.40, 0.30, 0);
    private static final double FRESHNESS = 0.30;

    /** What belonging to its community is worth to a post that is not ranked by the reader's texts. */
    private static final double OWN_COMMUNITY = 0.40;

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
     * The best first; for who has written nothing yet, and for nobody in particular, the freshest, where the reader
     * belongs before where not.
     *
     * @param personal whether the reader's texts may be used
     * @param limit 1 to 100
     */
    PostRecommendations recommend(Optional<UUID> reader, boolean personal, int limit, Instant now, Phrases phrases) {
        return index.read(searcher -> {
            List<BytesRef> communities =
                    reader.isPresent() ? VisiblePosts.communitiesOf(searcher, reader.get()) : List.of();
            Query visible = VisiblePosts.to(reader, communities);
            Interest interest = reader.isPresent() && personal ? Profile.of(searcher, reader.get()) : Interest.NONE;
            Set<Integer> fresh = freshest(searcher, visible, 2 * limit);
            if (interest.isEmpty()) {
                fresh.addAll(freshest(searcher, both(visible, VisiblePosts.of(communities)), 2 * limit));
            }
            List<Evidence> candidates =
                    search.find(searcher, visible, Fields.POST_VECTOR, interest, 2 * limit, List.copyOf(fresh));
            Set<UUID> own = communities.stream()
                    .map(id -> UUID.fromString(id.utf8ToString()))
                    .collect(Collectors.toSet());
            List<PostRecommendation> recommendations = new ArrayList<>();
            for (Evidence candidate : candidates) {
                RecommendedPost post =
                        RecommendedPost.of(searcher.storedFields().document(candidate.document()));
                Duration age = Duration.between(post.publishedAt(), now);
                Score score = interest.isEmpty() ? score(post, own, age, phrases) : score(candidate, age, phrases);
                recommendations.add(new PostRecommendation(post, score.value(), score.reasons()));
            }
            recommendations.sort(Comparator.comparingDouble(PostRecommendation::score)
                    .reversed()
                    .thenComparing(r -> r.post().publishedAt(), Comparator.reverseOrder())
                    .thenComparing(r -> r.post().id()));
            return new PostRecommendations(
                    interest.isEmpty() ? Basis.NOT_PERSONALISED : Basis.PERSONALISED,
                    List.copyOf(recommendations.subList(0, Math.min(limit, recommendations.size()))),
                    null);
        });
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    private static Set<Integer> freshest(IndexSearcher searcher, Query visible, int count) throws IOException {
        Sort latest = new Sort(new SortField(Fields.TIME, SortField.Type.LONG, true));
        return Arrays.stream(searcher.search(visible, count, latest).scoreDocs)
                .map(hit -> hit.doc)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Score score(RecommendedPost post, Set<UUID> own, Duration age, Phrases phrases) {
        double belonging = own.isEmpty() ? 0 : OWN_COMMUNITY;
        Score.Builder score = new Score.Builder();
        if (own.contains(post.communityId())) {
            score.add(Reason.Kind.COMMUNITY, phrases.ownCommunity(), belonging);
        }
        return addFreshness(score, 1 - belonging, age, phrases).build();
    }

    private Score score(Evidence evidence, Duration age, Phrases phrases) {
        Relevance weights = RELEVANCE.given(evidence);
        Score.Builder score = new Score.Builder();
        evidence.concepts()
                .forEach((id, part) -> score.add(
                        Reason.Kind.CONCEPT, phrases.ownConcept(glossary.get(id)), weights.concepts() * part));
        evidence.meaning()
                .ifPresent(near -> score.add(Reason.Kind.MEANING, phrases.likeOwnTexts(), weights.meaning() * near));
        return addFreshness(score, FRESHNESS, age, phrases).build();
    }

    private Score.Builder addFreshness(Score.Builder score, double weight, Duration age, Phrases phrases) {
        return score.add(
                Reason.Kind.FRESHNESS,
                phrases.published(age, config.halfLife()),
                weight * Freshness.of(age, config.halfLife()));
    }
}
