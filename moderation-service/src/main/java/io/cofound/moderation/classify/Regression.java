package io.cofound.moderation.classify;

import java.util.List;
import java.util.Random;

/**
 * Learns a {@link LinearModel}: cross-entropy, stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer, 2011),
 * fixed seed; the same examples in the same order make the same weights, to the bit.
 */
final class Regression {

    /**
     * A text of which is known to which classes it may belong.
     *
     * @param classes bit set; of several, what the model itself thinks likeliest among them is learnt
     * @param weight how much it counts; 1 is ordinary
     */
    record Example(Features features, int classes, double weight) {}

    private static final long SEED = 20261123;
    private static final float EPSILON = 0.1f;
    /** A hashed feature of one text alone says nothing about another. */
    private static final int RAREST = 2;

    private final int classes;
    private final double rate;
    private final float[] weights;
    private final float[] squares;
    private final boolean[] known = new boolean[FeatureSpace.SIZE];

    private Regression(LinearModel start, double rate) {
        this.classes = start.classes();
        this.rate = rate;
        this.weights = start.weights();
        this.squares = new float[weights.length];
        java.util.Arrays.fill(squares, EPSILON);
    }

    /**
     * @param epochs how often each example is seen
     * @param rate of AdaGrad, above 0
     */
    static LinearModel train(List<Example> examples, int classes, int epochs, double rate) {
        return goOn(LinearModel.untaught(classes), examples, epochs, rate);
    }

    /** Starts where a model stopped, which stays as it is. */
    static LinearModel goOn(LinearModel start, List<Example> examples, int epochs, double rate) {
        Regression regression = new Regression(start, rate);
        regression.know(examples);
        int[] order = java.util.stream.IntStream.range(0, examples.size()).toArray();
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            for (int at : order) {
                regression.learn(examples.get(at));
            }
        }
        return new LinearModel(regression.classes, regression.weights);
    }

    private void know(List<Example> examples) {
        int[] seen = new int[FeatureSpace.HASHED];
        for (Example example : examples) {
            for (int index : example.features().indices()) {
                seen[index]++;
            }
        }
        for (int i = 0; i < known.length; i++) {
            known[i] = i >= FeatureSpace.HASHED || seen[i] >= RAREST || isWeighed(i);
        }
    }

    private boolean isWeighed(int feature) {
        for (int c = 0; c < classes; c++) {
            if (weights[feature * classes + c] != 0) {
                return true;
            }
        }
        return false;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    private void learn(Example example) {
        Features features = example.features();
        double[] errors = new LinearModel(classes, weights).probabilities(features);
        double allowed = 0;
        for (int c = 0; c < classes; c++) {
            allowed += (example.classes() >> c & 1) == 1 ? errors[c] : 0;
        }
        for (int c = 0; c < classes; c++) {
            double wanted = (example.classes() >> c & 1) == 1 ? errors[c] / Math.max(allowed, 1e-12) : 0;
            errors[c] = (errors[c] - wanted) * example.weight();
        }
        step(FeatureSpace.BIAS, 1, errors);
        for (int i = 0; i < features.indices().length; i++) {
            if (known[features.indices()[i]]) {
                step(features.indices()[i], features.values()[i], errors);
            }
        }
        for (int i = 0; i < features.meaning().length; i++) {
            step(features.firstOfMeaning() + i, features.meaning()[i], errors);
        }
    }

    private void step(int feature, float value, double[] errors) {
        for (int c = 0; c < classes; c++) {
            int at = feature * classes + c;
            float gradient = (float) (errors[c] * value);
            squares[at] += gradient * gradient;
            weights[at] -= (float) (rate * gradient / Math.sqrt(squares[at]));
        }
    }
}
