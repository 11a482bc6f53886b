package io.cofound.platform.finetuning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDManager;
import io.cofound.platform.embedding.FineTunedWeights;
import io.cofound.platform.embedding.SentenceEmbedding;

/** Learns from a file of lessons. */
public final class FineTune {

    /** A second epoch was worth it on texts left out; other plans were not tried. */
    private static final FineTuning.Plan PLAN = new FineTuning.Plan(2, 2, 1e-4f, 32);

    /** Tokens: a text is read so far, so that few long ones do not fill the memory. */
    private static final int LONGEST = 128;

    private static final int LAYERS = 4;
    static final String PYTORCH = "PyTorch";

    private FineTune() {}

    /**
     * @param args where to write the weights; the lessons: a line each, likelihoods from 0 to 1 between commas, a tab and a
     *     Chinese text
     */
    public static void main(String[] args) throws IOException {
        FineTunedWeights weights = chinese(Lesson.read(Path.of(args[1])), PLAN);
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            weights.write(out);
        }
    }

    /** @throws IllegalArgumentException where there are no lessons */
    private static FineTunedWeights chinese(List<Lesson> lessons, FineTuning.Plan plan) throws IOException {
        if (lessons.isEmpty()) {
            throw new IllegalArgumentException("there are no lessons to learn from");
        }
        try (NDManager manager = NDManager.newBaseManager(PYTORCH)) {
            return learn(lessons, plan, weights(manager, plan.layers()), manager);
        }
    }

    static FineTunedWeights learn(List<Lesson> lessons, FineTuning.Plan plan, EncoderWeights weights, NDManager manager)
            throws IOException {
        try (HuggingFaceTokenizer tokenizer = tokenizer()) {
            return new FineTuning(weights, manager, lessons.getFirst().truths().length, plan)
                    .learn(lessons.stream()
                            .map(lesson -> Batch.Tokenized.of(lesson, tokenizer))
                            .toList());
        }
    }

    static EncoderWeights weights(NDManager manager, int learning) throws IOException {
        try (InputStream model = SentenceEmbedding.model(SentenceEmbedding.CHINESE)) {
            return new EncoderWeights(OnnxModel.read(model), manager, LAYERS, learning);
        }
    }

    static HuggingFaceTokenizer tokenizer() throws IOException {
        try (InputStream file = SentenceEmbedding.tokenizer(SentenceEmbedding.CHINESE)) {
            return HuggingFaceTokenizer.newInstance(
                    file, Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(LONGEST)));
        }
    }
}
