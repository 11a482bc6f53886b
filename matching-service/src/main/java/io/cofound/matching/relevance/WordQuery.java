package io.cofound.matching.relevance;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cofound.matching.index.BilingualAnalyzer;
import io.cofound.matching.index.Fields;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** BM25 query for a whole text: its most telling words, so that a long text costs no more than a short one. */
final class WordQuery {

    private static final int MOST_WORDS = 48;

    private final Analyzer analyzer = new BilingualAnalyzer();

    private record Weighted(Term term, double weight) {}

    Query of(IndexSearcher searcher, String text) throws IOException {
        int documents = Math.max(1, searcher.getIndexReader().numDocs());
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Weighted word : mostTelling(searcher, documents, text)) {
            any.add(new TermQuery(word.term), Occur.SHOULD);
        }
        return any.build();
    }

    private List<Weighted> mostTelling(IndexSearcher searcher, int documents, String text) throws IOException {
        Map<String, Integer> counts = count(text);
        List<Weighted> words = new java.util.ArrayList<>();
        for (Map.Entry<String, Integer> word : counts.entrySet()) {
            Term term = new Term(Fields.TEXT, word.getKey());
            int frequency = searcher.getIndexReader().docFreq(term);
            if (frequency > 0) {
                words.add(new Weighted(term, word.getValue() * Math.log1p((double) documents / frequency)));
            }
        }
        words.sort(Comparator.comparingDouble(Weighted::weight).reversed().thenComparing(Weighted::term));
        return words.subList(0, Math.min(MOST_WORDS, words.size()));
    }

    private Map<String, Integer> count(String text) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        try (TokenStream tokens = analyzer.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                counts.merge(word.toString(), 1, Integer::sum);
            }
            tokens.end();
        }
        return counts;
    }
}
