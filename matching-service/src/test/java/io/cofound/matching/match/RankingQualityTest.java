package io.cofound.matching.match;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.cofound.contracts.matching.OpportunityKind;
import io.cofound.matching.concept.Glossary;
import io.cofound.matching.embedding.Embedder;
import io.cofound.matching.index.Fields;
import io.cofound.matching.index.FilledIndex;
import io.cofound.matching.match.EvaluationSet.Need;
import io.cofound.matching.opportunity.OpportunityView;
import io.cofound.matching.relevance.Evidence;
import io.cofound.matching.relevance.HybridSearch;
import io.cofound.matching.relevance.Interest;
import io.cofound.matching.relevance.Phrases;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How good the ranking is on hand-written needs and offers. Weights and scales were chosen on the needs with odd ids;
 * those with even ids are the hold-out. The set is small and its writer knew the glossary: it tells better from worse,
 * not how good the ranking is in the world.
 */
class RankingQualityTest {

    private static final int EVERYTHING = 100;

    @TempDir
    static Path folder;

    private static FilledIndex index;
    private static Matcher withMeaning;
    private static Matcher withoutMeaning;
    private static HybridSearch search;

    private record Quality(int needs, double precisionAt1, double reciprocalRank, double ndcgAt5) {}

    @BeforeAll
    static void index_the_offers() {
        Embedder embedder = Embedder.load();
        Glossary glossary = new Glossary();
        index = new FilledIndex(folder, embedder);
        EvaluationSet.OFFERS.forEach(index::take);
        search = new HybridSearch(glossary);
        withMeaning = new Matcher(index.index(), search, glossary, embedder);
        withoutMeaning = new Matcher(index.index(), search, glossary, Embedder.none());
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void finds_what_was_meant_in_either_language_and_better_than_words_alone() {
        Predicate<Need> across = EvaluationSet::isCrossLanguage;

        Quality holdOut = measure("hybrid", "hold-out", Need::isHoldOut, need -> ranking(withMeaning, need));
        Quality holdOutAcross = measure(
                "hybrid", "hold-out, cross-language", across.and(Need::isHoldOut), need -> ranking(withMeaning, need));
        Quality all = measure("hybrid", "all", need -> true, need -> ranking(withMeaning, need));
        Quality allAcross = measure("hybrid", "all, cross-language", across, need -> ranking(withMeaning, need));
        Quality fallback = measure("concepts + BM25", "all", need -> true, need -> ranking(withoutMeaning, need));
        measure("concepts + BM25", "hold-out", Need::isHoldOut, need -> ranking(withoutMeaning, need));
        Quality words = measure("BM25", "all", need -> true, RankingQualityTest::byWords);
        Quality wordsAcross = measure("BM25", "all, cross-language", across, RankingQualityTest::byWords);
        measure("BM25", "hold-out", Need::isHoldOut, RankingQualityTest::byWords);

        assertThat(all.needs()).isGreaterThanOrEqualTo(40);
        assertThat(holdOut.ndcgAt5()).isGreaterThan(0.80);
        assertThat(holdOut.reciprocalRank()).isGreaterThan(0.72);
        assertThat(holdOutAcross.precisionAt1()).isGreaterThan(0.60);
        assertThat(all.ndcgAt5()).isGreaterThan(words.ndcgAt5() + 0.30);
        assertThat(allAcross.ndcgAt5()).isGreaterThan(wordsAcross.ndcgAt5() + 0.40);
        assertThat(all.ndcgAt5()).isGreaterThan(fallback.ndcgAt5());
        assertThat(fallback.ndcgAt5()).isGreaterThan(0.75);
    }

    private static Quality measure(
            String ranking, String part, Predicate<Need> included, Function<Need, List<UUID>> ranker) {
        List<Need> needs = EvaluationSet.NEEDS.stream().filter(included).toList();
        double first = 0;
        double reciprocal = 0;
        double ndcg = 0;
        for (Need need : needs) {
            List<UUID> ranked = ranker.apply(need);
            int rank = ranked.indexOf(need.best()) + 1;
            first += rank == 1 ? 1 : 0;
            reciprocal += rank == 0 ? 0 : 1.0 / rank;
            ndcg += ndcgAt5(ranked, need.grades());
        }
        int count = needs.size();
        Quality quality = new Quality(count, first / count, reciprocal / count, ndcg / count);
        System.out.printf(
                "ranking quality  %-16s %-25s needs %2d  precision@1 %.2f  MRR %.2f  nDCG@5 %.2f%n",
                ranking, part, count, quality.precisionAt1(), quality.reciprocalRank(), quality.ndcgAt5());
        return quality;
    }

    private static double ndcgAt5(List<UUID> ranked, Map<UUID, Integer> grades) {
        List<Integer> actual =
                ranked.stream().map(id -> grades.getOrDefault(id, 0)).toList();
        List<Integer> ideal =
                grades.values().stream().sorted(Comparator.reverseOrder()).toList();
        return gainAt5(actual) / gainAt5(ideal);
    }

    private static double gainAt5(List<Integer> grades) {
        return IntStream.range(0, Math.min(5, grades.size()))
                .mapToDouble(i -> (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2))
                .sum();
    }

    private static List<UUID> ranking(Matcher matcher, Need need) {
        OpportunityView view = new OpportunityView(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                OpportunityKind.NEED,
                need.category(),
                need.title(),
                need.text(),
                need.language(),
                EvaluationSet.WRITTEN,
                null);
        return matcher.matches(view, EVERYTHING, Phrases.ENGLISH).stream()
                .map(Matcher.Ranked::opportunityId)
                .toList();
    }

    private static List<UUID> byWords(Need need) {
        Interest interest =
                new Interest(need.language(), Map.of(), Optional.empty(), need.title() + "\n" + need.text());
        return index.index().read(searcher -> {
            List<Evidence> found = search.find(
                    searcher,
                    new TermQuery(new Term(Fields.CATEGORY, need.category().name())),
                    Fields.OPPORTUNITY_VECTOR,
                    interest,
                    EVERYTHING,
                    List.of());
            List<Integer> documents = found.stream()
                    .sorted(Comparator.comparingDouble(Evidence::words).reversed())
                    .map(Evidence::document)
                    .toList();
            List<UUID> ids = new java.util.ArrayList<>();
            for (int document : documents) {
                ids.add(UUID.fromString(
                        searcher.storedFields().document(document).get(Fields.ID)));
            }
            return ids;
        });
    }
}
