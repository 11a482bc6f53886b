package io.cofound.matching.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.matching.OpportunityKind;
import io.cofound.matching.concept.Glossary;
import io.cofound.matching.embedding.Embedder;
import io.cofound.matching.index.Fields;
import io.cofound.matching.index.MatchingIndex;
import io.cofound.matching.opportunity.OpportunityView;
import io.cofound.matching.relevance.Evidence;
import io.cofound.matching.relevance.HybridSearch;
import io.cofound.matching.relevance.Interest;
import io.cofound.matching.relevance.Phrases;
import io.cofound.matching.relevance.Reason;
import io.cofound.matching.relevance.Relevance;
import io.cofound.matching.relevance.Score;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds the offers for a need, and the needs for an offer. Blocking. */
@ApplicationScoped
class Matcher {

    /** A match before it is looked up. */
    record Ranked(UUID opportunityId, Score score) {}

    /** Chosen on the odd half of the evaluation set; the even half and its scores are printed by RankingQualityTest. */
    private static final Relevance RELEVANCE = new Relevance(0.55, 0.38, 0.07);

    private final MatchingIndex index;
    private final HybridSearch search;
    private final Glossary glossary;
    private final Embedder embedder;

    Matcher(MatchingIndex index, HybridSearch search, Glossary glossary, Embedder embedder) {
        this.index = index;
        this.search = search;
        this.glossary = glossary;
        this.embedder = embedder;
    }

    /**
     * The best, of at least {@code limit} candidates by each kind of evidence, best first.
     *
     * @param limit 1 to 100
     */
    List<Ranked> matches(OpportunityView opportunity, int limit, Phrases phrases) {
        String text = opportunity.title() + "\n" + opportunity.text();
        Interest interest = Interest.inText(
                opportunity.language(),
                glossary.conceptsIn(text),
                embedder.embedIfReady(opportunity.language(), text),
                text);
        return index.read(
                searcher -> search
                        .find(
                                searcher,
                                counterparts(opportunity),
                                Fields.OPPORTUNITY_VECTOR,
                                interest,
                                2 * limit,
                                List.of())
                        .stream()
                        .map(evidence -> ranked(searcher, evidence, phrases))
                        .filter(ranked -> ranked.score().value() > 0)
                        .sorted(Comparator.comparingDouble(
                                        (Ranked ranked) -> ranked.score().value())
                                .reversed()
                                .thenComparing(Ranked::opportunityId))
                        .limit(limit)
                        .toList());
    }

    private Ranked ranked(IndexSearcher searcher, Evidence evidence, Phrases phrases) {
        Relevance weights = RELEVANCE.given(evidence);
        Score.Builder score = new Score.Builder();
        evidence.concepts()
                .forEach((id, part) -> score.add(
                        Reason.Kind.CONCEPT, phrases.sharedConcept(glossary.get(id)), weights.concepts() * part));
        evidence.meaning()
                .ifPresent(near -> score.add(Reason.Kind.MEANING, phrases.similarMeaning(), weights.meaning() * near));
        score.add(Reason.Kind.WORDS, phrases.sameWords(), weights.words() * evidence.words());
        return new Ranked(id(searcher, evidence.document()), score.build());
    }

    /** Open ones of the other kind, in the same category, not the owner's own. */
    private static Query counterparts(OpportunityView opportunity) {
        OpportunityKind opposite =
                opportunity.kind() == OpportunityKind.NEED ? OpportunityKind.OFFER : OpportunityKind.NEED;
        return new BooleanQuery.Builder()
                .add(is(Fields.TYPE, Fields.TYPE_OPPORTUNITY), Occur.FILTER)
                .add(is(Fields.KIND, opposite.name()), Occur.FILTER)
                .add(is(Fields.CATEGORY, opportunity.category().name()), Occur.FILTER)
                .add(is(Fields.MEMBER, opportunity.memberId().toString()), Occur.MUST_NOT)
                .build();
    }

    private static Query is(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static UUID id(IndexSearcher searcher, int document) {
        try {
            return UUID.fromString(searcher.storedFields()
                    .document(document, Set.of(Fields.ID))
                    .get(Fields.ID));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
