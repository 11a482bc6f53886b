package io.cofound.matching.recommendation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cofound.matching.embedding.Vectors;
import io.cofound.matching.index.Fields;
import io.cofound.matching.relevance.Interest;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/** What a member is interested in, by the member's latest posts and open opportunities in the index. */
final class Profile {

    private static final int LATEST_TEXTS = 50;
    private static final int FOREMOST_CONCEPTS = 20;

    private final Map<String, Integer> concepts = new HashMap<>();
    private final Map<String, Integer> languages = new HashMap<>();
    private final List<float[]> vectors = new ArrayList<>();

    private Profile() {}

    /** Empty for who has written nothing yet. */
    static Interest of(IndexSearcher searcher, UUID memberId) throws IOException {
        Query own = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.MEMBER, memberId.toString())), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.TYPE, Fields.TYPE_MEMBERSHIP)), Occur.MUST_NOT)
                .build();
        Sort latest = new Sort(new SortField(Fields.TIME, SortField.Type.LONG, true));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Profile profile = new Profile();
        for (ScoreDoc hit : searcher.search(own, LATEST_TEXTS, latest).scoreDocs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            profile.add(leaf, hit.doc - leaf.docBase);
        }
        return profile.interest();
    }

    private void add(LeafReaderContext leaf, int document) throws IOException {
        count(leaf, Fields.CONCEPT, document, concepts);
        count(leaf, Fields.LANGUAGE, document, languages);
        for (String field : List.of(Fields.POST_VECTOR, Fields.OPPORTUNITY_VECTOR)) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            if (values != null) {
                KnnVectorValues.DocIndexIterator positions = values.iterator();
                if (positions.advance(document) == document) {
                    vectors.add(values.vectorValue(positions.index()).clone());
                }
            }
        }
    }

    private static void count(LeafReaderContext leaf, String field, int document, Map<String, Integer> counts)
            throws IOException {
        SortedSetDocValues values = leaf.reader().getSortedSetDocValues(field);
        if (values != null && values.advanceExact(document)) {
            for (int i = 0; i < values.docValueCount(); i++) {
                counts.merge(values.lookupOrd(values.nextOrd()).utf8ToString(), 1, Integer::sum);
            }
        }
    }

    /** The concept named most often matters 1, the others in proportion. */
    private Interest interest() {
        List<Map.Entry<String, Integer>> foremost = concepts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(FOREMOST_CONCEPTS)
                .toList();
        Map<String, Double> importance = foremost.stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        concept -> concept.getValue()
                                / (double) foremost.getFirst().getValue()));
        String language = languages.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("und");
        Optional<float[]> centre =
                vectors.isEmpty() ? Optional.empty() : Optional.of(Vectors.normalise(Vectors.mean(vectors)));
        return new Interest(language, importance, centre, "");
    }
}
