package io.cofound.moderation.classify;

import java.util.EnumMap;
import java.util.Map;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import io.cofound.platform.embedding.SentenceEmbedding;

/** One embedding model a language: each is poor at the other's. */
final class Embeddings {

    private final Map<Language, SentenceEmbedding> models = new EnumMap<>(Map.of(
            Language.ZH, new SentenceEmbedding(SentenceEmbedding.CHINESE, PoolingMode.MEAN),
            Language.EN, new SentenceEmbedding(SentenceEmbedding.ENGLISH, PoolingMode.MEAN)));

    /** @return a vector of length 1 */
    float[] of(Language language, String text) {
        // The tokenizer refuses an empty text.
        return models.get(language).of(text.isBlank() ? "." : text);
    }
}
