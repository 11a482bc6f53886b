package io.cofound.platform.finetuning;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import io.cofound.platform.embedding.FineTunedWeights;

/**
 * Teaches an encoder to tell texts apart: a logistic regression on its vectors is learnt together with its uppermost
 * layers, by AdamW (Loshchilov and Hutter, 2019), and left behind. The rate rises over the first tenth of the steps
 * and falls to nothing over the rest.
 */
final class FineTuning {

    /**
     * How to learn.
     *
     * @param layers how many, counted from the top
     * @param epochs how often each lesson is seen
     * @param rate of AdamW, at its highest
     * @param batch lessons a step
     */
    record Plan(int layers, int epochs, float rate, int batch) {}

    private static final int SEED = 20261130;
    private static final float RISING = 0.1f;
    private static final float DECAY = 0.01f;
    private static final float DROPOUT = 0.1f;
    /** Of the vectors that the regression sees: at 1 it would learn far more slowly than the layers. */
    private static final float LENGTH = 16;

    private final Plan plan;
    private final EncoderWeights weights;
    private final Encoder encoder;
    private final NDManager manager;
    private final Map<String, NDArray> learnt;
    private final NDArray slopes;
    private final NDArray biases;
    private float rate;

    FineTuning(EncoderWeights weights, NDManager manager, int things, Plan plan) {
        this.plan = plan;
        this.weights = weights;
        this.manager = manager;
        this.encoder = new Encoder(weights, DROPOUT);
        this.slopes = manager.zeros(new Shape(weights.width(), things));
        this.biases = manager.zeros(new Shape(things));
        slopes.setRequiresGradient(true);
        biases.setRequiresGradient(true);
        this.learnt = new TreeMap<>(weights.learnt());
        learnt.put("slopes", slopes);
        learnt.put("biases", biases);
        manager.getEngine().setRandomSeed(SEED);
    }

    FineTunedWeights learn(List<Batch.Tokenized> lessons) {
        Optimizer optimizer = Optimizer.adamW()
                .optLearningRateTracker((parameter, step) -> rate)
                .optWeightDecays(DECAY)
                .build();
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            List<Batch> batches = Batch.of(lessons, plan.batch(), random);
            double loss = 0;
            for (int i = 0; i < batches.size(); i++) {
                rate = rate((epoch + (float) i / batches.size()) / plan.epochs());
                loss += step(batches.get(i), optimizer);
                if ((i + 1) % 100 == 0 || i + 1 == batches.size()) {
                    System.out.printf(
                            "epoch %d, %d of %d: loss %.4f%n", epoch + 1, i + 1, batches.size(), loss / (i + 1));
                }
            }
        }
        return weights.fineTuned();
    }

    private float rate(float done) {
        return plan.rate() * Math.min((done + 1e-3f) / RISING, (1 - done) / (1 - RISING));
    }

    private float step(Batch batch, Optimizer optimizer) {
        try (NDManager here = manager.newSubManager()) {
            NDArray tokens = batch.tokens(here);
            NDArray mask = batch.mask(here);
            NDArray truths = batch.truths(here);
            float loss;
            try (GradientCollector gradients = manager.getEngine().newGradientCollector()) {
                NDArray believed = encoder.encode(tokens, mask, true)
                        .mul(LENGTH)
                        .matMul(slopes)
                        .add(biases);
                // cross-entropy of a logistic regression, by its logits
                NDArray entropy =
                        Activation.softPlus(believed).sub(believed.mul(truths)).mean();
                gradients.backward(entropy);
                loss = entropy.getFloat();
            }
            learnt.forEach((name, array) -> {
                try (NDArray gradient = array.getGradient()) {
                    optimizer.update(name, array, gradient);
                }
            });
            return loss;
        }
    }
}
