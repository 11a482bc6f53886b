package io.cofound.platform.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;

/**
 * An embedding model in a session of its own: each call works on the thread that makes it and on no other, so that
 * callers decide how many cores are used. Calls may come from several threads at once.
 */
public final class SentenceEmbedding extends AbstractInProcessEmbeddingModel {

    /** 512 dimensions; understands Chinese, and English well enough to compare the two. */
    public static final String CHINESE = "bge-small-zh-v1.5";
    /** 384 dimensions; understands English. */
    public static final String ENGLISH = "bge-small-en-v1.5";

    private final OnnxBertBiEncoder encoder;
    /** The session reads them where they lie, so they live as long as it does. */
    private final Map<String, OnnxTensorLike> fineTuned;

    /**
     * Loads the model, which takes a moment.
     *
     * @param name {@link #CHINESE} or {@link #ENGLISH}
     * @param pooling how the vectors of the tokens become the one of the text
     */
    public SentenceEmbedding(String name, PoolingMode pooling) {
        this(name, pooling, Optional.empty());
    }

    /**
     * The same, fine-tuned.
     *
     * @throws IllegalStateException where the weights are of another model
     */
    public SentenceEmbedding(String name, PoolingMode pooling, FineTunedWeights weights) {
        this(name, pooling, Optional.of(weights));
    }

    private SentenceEmbedding(String name, PoolingMode pooling, Optional<FineTunedWeights> weights) {
        super(Runnable::run);
        try (InputStream tokenizer = tokenizer(name);
                InputStream file = model(name);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena would keep what the longest text so far needed for ever.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            byte[] model = file.readAllBytes();
            fineTuned = weights.isPresent() ? weights.get().tensors(environment, model) : Map.of();
            for (var tensor : fineTuned.entrySet()) {
                options.addInitializer(tensor.getKey(), tensor.getValue());
            }
            OrtSession session = environment.createSession(model, options);
            encoder = new OnnxBertBiEncoder(environment, session, tokenizer, pooling);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("embedding model " + name + " cannot be loaded", e);
        }
    }

    /** Of length 1. */
    public float[] of(String text) {
        return embed(text).content().vector();
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    /** The file of the model's, in ONNX. */
    public static InputStream model(String name) {
        return resource("/" + name + "-q.onnx");
    }

    /** The file that says how the model's texts are cut into tokens. */
    public static InputStream tokenizer(String name) {
        return resource("/" + name + "-q-tokenizer.json");
    }

    private static InputStream resource(String name) {
        return SentenceEmbedding.class.getResourceAsStream(name);
    }
}
