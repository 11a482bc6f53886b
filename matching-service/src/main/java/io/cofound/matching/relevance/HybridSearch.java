package io.cofound.matching.relevance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.matching.concept.Concept;
import io.cofound.matching.concept.Glossary;
import io.cofound.matching.index.Fields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds documents by shared concepts, by meaning and by words, each with an index of its own, and judges every one that
 * any of the three found by all three.
 */
@ApplicationScoped
public class HybridSearch {

    private final Glossary glossary;
    private final WordQuery words = new WordQuery();

    public HybridSearch(Glossary glossary) {
        this.glossary = glossary;
    }

    /**
     * @param filter only documents that it matches
     * @param vectorField where these documents have their vectors
     * @param depth how many documents each of the three ways may find
     * @param others documents that are to be judged too, however they were found
     */
    public List<Evidence> find(
            IndexSearcher searcher,
            Query filter,
            String vectorField,
            Interest interest,
            int depth,
            List<Integer> others)
            throws IOException {
        Query byWords = words.of(searcher, interest.text());
        TreeSet<Integer> found = new TreeSet<>(others);
        collect(searcher, filtered(byConcepts(interest), filter), depth, found);
        collect(searcher, filtered(byWords, filter), depth, found);
        if (interest.vector().isPresent()) {
            // Each language by itself: texts of one language lie nearer to each other and would fill all places.
            Query sameLanguage = new TermQuery(new Term(Fields.LANGUAGE, interest.language()));
            for (Occur occur : List.of(Occur.FILTER, Occur.MUST_NOT)) {
                Query within = new BooleanQuery.Builder()
                        .add(filter, Occur.FILTER)
                        .add(sameLanguage, occur)
                        .build();
                collect(
                        searcher,
                        new KnnFloatVectorQuery(vectorField, interest.vector().get(), depth, within),
                        depth,
                        found);
            }
        }
        return new EvidenceReader(glossary, searcher, vectorField, interest, byWords).read(new ArrayList<>(found));
    }

    private Query byConcepts(Interest interest) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        interest.concepts().forEach((id, importance) -> {
            Concept concept = glossary.get(id);
            if (concept != null && importance > 0) {
                Query has = new ConstantScoreQuery(new TermQuery(new Term(Fields.CONCEPT, id)));
                any.add(new BoostQuery(has, (float) (importance * concept.weight())), Occur.SHOULD);
            }
        });
        return any.build();
    }

    private static Query filtered(Query query, Query filter) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    private static void collect(IndexSearcher searcher, Query query, int depth, TreeSet<Integer> found)
            throws IOException {
        for (ScoreDoc hit : searcher.search(query, depth).scoreDocs) {
            found.add(hit.doc);
        }
    }
}
