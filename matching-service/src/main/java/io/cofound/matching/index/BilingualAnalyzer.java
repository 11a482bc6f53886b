package io.cofound.matching.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;

/** Words of Chinese, English and mixed text: Chinese cut into words, English stemmed, stop words of both left out. */
public final class BilingualAnalyzer extends Analyzer {

    private final CharArraySet stopWords = new CharArraySet(SmartChineseAnalyzer.getDefaultStopSet(), true);

    public BilingualAnalyzer() {
        stopWords.addAll(EnglishAnalyzer.getDefaultStopSet());
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new HMMChineseTokenizer();
        TokenStream tokens = new StopFilter(new LowerCaseFilter(words), stopWords);
        return new TokenStreamComponents(words, new PorterStemFilter(tokens));
    }
}
