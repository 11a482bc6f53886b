package io.cofound.matching.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;

/** The bge-small-zh embedding in a session of its own: each call works on the thread that makes it and on no other. */
final class SentenceEmbedding extends AbstractInProcessEmbeddingModel {

    private static final int DIMENSION = 512;

    private final OnnxBertBiEncoder encoder;

    SentenceEmbedding() {
        super(Runnable::run);
        try (InputStream tokenizer = resource("/bge-small-zh-v1.5-q-tokenizer.json");
                InputStream model = resource("/bge-small-zh-v1.5-q.onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The memory that the largest text needed would be kept for ever.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("embedding model cannot be loaded", e);
        }
    }

    /** Of length 1. */
    float[] of(String text) {
        return embed(text).content().vector();
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    protected Integer knownDimension() {
        return DIMENSION;
    }

    private static InputStream resource(String name) {
        return SentenceEmbedding.class.getResourceAsStream(name);
    }
}
