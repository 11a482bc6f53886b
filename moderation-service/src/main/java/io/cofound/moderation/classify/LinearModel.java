package io.cofound.moderation.classify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Weights of a multinomial logistic regression over {@link FeatureSpace}: the probability of a class is proportional to
 * the exponential of what its weights make of the features.
 */
final class LinearModel {

    private final int classes;
    /** Of a feature all classes beside each other, since they are asked for together. */
    private final float[] weights;

    LinearModel(int classes, float[] weights) {
        this.classes = classes;
        this.weights = weights;
    }

    /** Takes everything for anything. */
    static LinearModel untaught(int classes) {
        return new LinearModel(classes, new float[FeatureSpace.SIZE * classes]);
    }

    int classes() {
        return classes;
    }

    /** A copy. */
    float[] weights() {
        return weights.clone();
    }

    /** @return of each class, together 1; not calibrated */
    double[] probabilities(Features features) {
        double[] scores = new double[classes];
        add(scores, FeatureSpace.BIAS, 1);
        int[] indices = features.indices();
        for (int i = 0; i < indices.length; i++) {
            add(scores, indices[i], features.values()[i]);
        }
        float[] meaning = features.meaning();
        for (int i = 0; i < meaning.length; i++) {
            add(scores, features.firstOfMeaning() + i, meaning[i]);
        }
        return softmax(scores);
    }

    private void add(double[] scores, int feature, float value) {
        int at = feature * classes;
        for (int c = 0; c < classes; c++) {
            scores[c] += weights[at + c] * value;
        }
    }

    /** Of scores in place. {@link StrictMath}, so that every machine gets the same. */
    static double[] softmax(double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double total = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = StrictMath.exp(scores[c] - largest);
            total += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= total;
        }
        return scores;
    }

    /** The same, where the odds of a class are this many times what they were. */
    LinearModel withOddsTimes(int of, double factor) {
        float[] shifted = weights();
        shifted[FeatureSpace.BIAS * classes + of] += (float) StrictMath.log(factor);
        return new LinearModel(classes, shifted);
    }

    /** How much a feature spoke for a class, against the average of the others. */
    double contribution(int of, int feature, double value) {
        double own = weights[feature * classes + of];
        double others = -own;
        for (int c = 0; c < classes; c++) {
            others += weights[feature * classes + c];
        }
        return value * (own - others / (classes - 1));
    }

    /** In half precision: a third of the digits that training leaves is noise. */
    void write(DataOutput out) throws IOException {
        out.writeInt(classes);
        for (float weight : weights) {
            out.writeShort(Float.floatToFloat16(weight));
        }
    }

    static LinearModel read(DataInput in) throws IOException {
        int classes = in.readInt();
        float[] weights = new float[FeatureSpace.SIZE * classes];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.float16ToFloat(in.readShort());
        }
        return new LinearModel(classes, weights);
    }
}
