package io.cofound.moderation.classify;

import java.util.List;
import java.util.Random;

/**
 * Learns a {@link LinearModel}: cross-entropy, stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer, 2011),
 * of whose later epochs the mean is taken (Polyak and Juditsky, 1992), so that the order of the last examples says less;
 * fixed seed; the same examples in the same order make the same weights, to the bit.
 */
final class Regression {

    /**
     * A text of which is known to which classes it may belong.
     *
     * @param leaning of each class; 0 where the text is known not to be of it. Of several, what the model itself thinks
     *     likely among them is learnt, drawn towards those that lean more, and further with every time it is seen.
     * @param weight how much it counts; 1 is ordinary
     */
    record Example(Features features, double[] leaning, double weight) {}

    /**
     * How to learn.
     *
     * @param epochs how often each example is seen
     * @param rate of AdaGrad, above 0
     * @param spared share, 0 to 1, of a text's hashed features that are left alone at each step, so that more is expected of
     *     the others and of its meaning
     */
    record Plan(int epochs, double rate, double spared) {}

    private static final long SEED = 20261123;
    private static final float EPSILON = 0.1f;
    /** A hashed feature of one text alone says nothing about another. */
    private static final int RAREST = 2;

    private final int classes;
    private final Plan plan;
    private final Random random = new Random(SEED);
    private final float[] weights;
    private final float[] squares;
    private final boolean[] known = new boolean[FeatureSpace.SIZE];

    private Regression(LinearModel start, Plan plan) {
        this.classes = start.classes();
        this.plan = plan;
        this.weights = start.weights();
        this.squares = new float[weights.length];
        java.util.Arrays.fill(squares, EPSILON);
    }

    static LinearModel train(List<Example> examples, int classes, Plan plan) {
        return goOn(LinearModel.untaught(classes), examples, plan);
    }

    /** Starts where a model stopped, which stays as it is. */
    static LinearModel goOn(LinearModel start, List<Example> examples, Plan plan) {
        Regression regression = new Regression(start, plan);
        regression.know(examples);
        int[] order = java.util.stream.IntStream.range(0, examples.size()).toArray();
        float[] mean = new float[regression.weights.length];
        int late = (plan.epochs() + 1) / 2;
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            regression.shuffle(order);
            for (int at : order) {
                regression.learn(examples.get(at));
            }
            if (epoch >= plan.epochs() - late) {
                regression.addTo(mean, late);
            }
        }
        return new LinearModel(regression.classes, mean);
    }

    private void addTo(float[] mean, int parts) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] += weights[i] / parts;
        }
    }

    private void know(List<Example> examples) {
        int[] seen = new int[FeatureSpace.HASHED];
        int[] before = {};
        for (Example example : examples) {
            int[] indices = example.features().indices();
            // a text that is taught as two things is still one text
            for (int i = 0; i < indices.length && indices != before; i++) {
                seen[indices[i]]++;
            }
            before = indices;
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

    private void shuffle(int[] order) {
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
            allowed += errors[c] * example.leaning()[c];
        }
        for (int c = 0; c < classes; c++) {
            double wanted = errors[c] * example.leaning()[c] / Math.max(allowed, 1e-12);
            errors[c] = (errors[c] - wanted) * example.weight();
        }
        step(FeatureSpace.BIAS, 1, errors);
        for (int i = 0; i < features.indices().length; i++) {
            if (known[features.indices()[i]] && !isSpared()) {
                step(features.indices()[i], features.values()[i], errors);
            }
        }
        for (int i = 0; i < features.meaning().length; i++) {
            step(features.firstOfMeaning() + i, features.meaning()[i], errors);
        }
    }

    private boolean isSpared() {
        return plan.spared() > 0 && random.nextDouble() < plan.spared();
    }

    private void step(int feature, float value, double[] errors) {
        for (int c = 0; c < classes; c++) {
            int at = feature * classes + c;
            float gradient = (float) (errors[c] * value);
            squares[at] += gradient * gradient;
            weights[at] -= (float) (plan.rate() * gradient / Math.sqrt(squares[at]));
        }
    }
}
