package io.cofound.matching.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import io.cofound.platform.embedding.SentenceEmbedding;

/**
 * Embeddings that compare across Chinese and English: each language's mean is subtracted, so that a text is near to what
 * says the same rather than to what is in the same language. The means are those of the sentence pairs in
 * {@code embedding/background.tsv}.
 */
final class CrossLingualEmbedding {

    private static final String RESOURCE = "/embedding/background.tsv";

    /** Longer texts are judged by their beginning: embedding time grows with length, and the beginning says it. */
    private static final int LONGEST = 600;

    private final SentenceEmbedding model = new SentenceEmbedding(SentenceEmbedding.CHINESE, PoolingMode.CLS);
    private final float[] chineseMean;
    private final float[] englishMean;

    CrossLingualEmbedding() {
        List<String[]> pairs = source().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .toList();
        chineseMean = Vectors.mean(pairs.stream().map(pair -> model.of(pair[0])).toList());
        englishMean = Vectors.mean(pairs.stream().map(pair -> model.of(pair[1])).toList());
    }

    static String source() {
        try (InputStream resource = CrossLingualEmbedding.class.getResourceAsStream(RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float[] of(String language, String text) {
        float[] vector = model.of(text.substring(0, Math.min(LONGEST, text.length())));
        float[] mean = language.startsWith("zh") ? chineseMean : englishMean;
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= mean[i];
        }
        return Vectors.normalise(vector);
    }
}
