package io.cofound.matching.relevance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import io.cofound.matching.concept.Concept;
import io.cofound.matching.concept.Glossary;
import io.cofound.matching.index.Fields;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;

/** Judges documents by concepts, meaning and words. */
final class EvidenceReader {

    /** The BM25 score that counts half. */
    private static final double HALF_OF_WORDS = 12;

    private final Glossary glossary;
    private final IndexSearcher searcher;
    private final String vectorField;
    private final Interest interest;
    private final Weight words;
    private final double ownConcepts;

    EvidenceReader(Glossary glossary, IndexSearcher searcher, String vectorField, Interest interest, Query words)
            throws IOException {
        this.glossary = glossary;
        this.searcher = searcher;
        this.vectorField = vectorField;
        this.interest = interest;
        this.words = searcher.createWeight(searcher.rewrite(words), ScoreMode.COMPLETE, 1);
        double sum = 0;
        for (Map.Entry<String, Double> concept : interest.concepts().entrySet()) {
            sum += concept.getValue() * weight(concept.getKey());
        }
        this.ownConcepts = sum;
    }

    /** @param documents in ascending order */
    List<Evidence> read(List<Integer> documents) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<Integer, List<Integer>> byLeaf = new LinkedHashMap<>();
        for (int document : documents) {
            byLeaf.computeIfAbsent(ReaderUtil.subIndex(document, leaves), leaf -> new ArrayList<>())
                    .add(document);
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Map.Entry<Integer, List<Integer>> leaf : byLeaf.entrySet()) {
            read(leaves.get(leaf.getKey()), leaf.getValue(), evidence);
        }
        return evidence;
    }

    private void read(LeafReaderContext leaf, List<Integer> documents, List<Evidence> evidence) throws IOException {
        SortedSetDocValues concepts = leaf.reader().getSortedSetDocValues(Fields.CONCEPT);
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(vectorField);
        KnnVectorValues.DocIndexIterator positions = vectors == null ? null : vectors.iterator();
        SortedSetDocValues languages = leaf.reader().getSortedSetDocValues(Fields.LANGUAGE);
        Scorer scorer = words.scorer(leaf);
        DocIdSetIterator hits = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        for (int document : documents) {
            int local = document - leaf.docBase;
            double bm25 = reaches(hits, local) ? scorer.score() : 0;
            OptionalDouble meaning = positions != null && interest.vector().isPresent() && reaches(positions, local)
                    ? OptionalDouble.of(
                            meaning(vectors.vectorValue(positions.index()), isOfSameLanguage(languages, local)))
                    : OptionalDouble.empty();
            evidence.add(new Evidence(document, shared(concepts, local), meaning, bm25 / (bm25 + HALF_OF_WORDS)));
        }
    }

    private static boolean reaches(DocIdSetIterator iterator, int document) throws IOException {
        return (iterator.docID() < document ? iterator.advance(document) : iterator.docID()) == document;
    }

    private double meaning(float[] vector, boolean sameLanguage) {
        double cosine = VectorUtil.dotProduct(interest.vector().orElseThrow(), vector);
        return (sameLanguage ? Nearness.WITHIN_LANGUAGE : Nearness.ACROSS_LANGUAGES).of(cosine);
    }

    private boolean isOfSameLanguage(SortedSetDocValues languages, int document) throws IOException {
        return languages.advanceExact(document)
                && languages.lookupOrd(languages.nextOrd()).utf8ToString().equals(interest.language());
    }

    /** Overlap in the manner of a cosine: what is shared, over the geometric mean of what either side has. */
    private Map<String, Double> shared(SortedSetDocValues concepts, int document) throws IOException {
        if (concepts == null || !concepts.advanceExact(document)) {
            return Map.of();
        }
        Map<String, Double> shared = new HashMap<>();
        double all = 0;
        for (int i = 0; i < concepts.docValueCount(); i++) {
            String id = concepts.lookupOrd(concepts.nextOrd()).utf8ToString();
            double weight = weight(id);
            double importance = interest.concepts().getOrDefault(id, 0.0);
            all += weight;
            if (importance * weight > 0) {
                shared.put(id, importance * weight);
            }
        }
        double mean = Math.sqrt(all * ownConcepts);
        shared.replaceAll((id, part) -> part / mean);
        return shared;
    }

    private double weight(String id) {
        Concept concept = glossary.get(id);
        return concept == null ? 0 : concept.weight();
    }
}
