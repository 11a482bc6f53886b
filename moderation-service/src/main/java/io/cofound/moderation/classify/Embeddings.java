package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import io.cofound.platform.embedding.FineTunedWeights;
import io.cofound.platform.embedding.SentenceEmbedding;

/** One embedding model a language: each is poor at the other's. */
final class Embeddings {

    /** What {@code platform/fine-tuning} left of the Chinese model's upper layers. */
    static final String OPEN_TALK = "/moderation/open-talk-zh.bin";

    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private final Map<Language, SentenceEmbedding> models;

    private Embeddings(Map<Language, SentenceEmbedding> models) {
        this.models = new EnumMap<>(models);
    }

    /** The models as they came. */
    static Embeddings load() {
        return new Embeddings(Map.of(
                Language.ZH, new SentenceEmbedding(SentenceEmbedding.CHINESE, PoolingMode.MEAN),
                Language.EN, new SentenceEmbedding(SentenceEmbedding.ENGLISH, PoolingMode.MEAN)));
    }

    /** The Chinese one, fine-tuned on open talk. */
    static Embeddings loadOpenTalk() {
        try (InputStream weights = Embeddings.class.getResourceAsStream(OPEN_TALK)) {
            return new Embeddings(Map.of(
                    Language.ZH,
                    new SentenceEmbedding(
                            SentenceEmbedding.CHINESE, PoolingMode.MEAN, FineTunedWeights.read(weights))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return a vector of length 1 */
    float[] of(Language language, String text) {
        String whole = whole(text);
        return models.get(language).of(whole.codePoints().allMatch(Embeddings::isUnread) ? "." : whole);
    }

    /** Without halves of characters, as of a text with one the tokenizer loses every character that has halves. */
    private static String whole(String text) {
        return text.codePoints().noneMatch(Embeddings::isHalf)
                ? text
                : text.codePoints()
                        .filter(codePoint -> !isHalf(codePoint))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    /** What the tokenizer drops: it fails on a text of which nothing is left. */
    private static boolean isUnread(int codePoint) {
        return codePoint == REPLACEMENT_CHARACTER
                || Character.isWhitespace(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.SPACE_SEPARATOR -> true;
                    default -> false;
                };
    }
}
