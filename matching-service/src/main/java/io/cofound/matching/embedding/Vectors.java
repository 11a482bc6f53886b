package io.cofound.matching.embedding;

import java.util.List;

/** Arithmetic on embeddings. */
public final class Vectors {

    private Vectors() {}

    /** @param vectors at least one, all of the same dimension */
    public static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    /** Scales to length 1 in place; a vector without length stays as it is. */
    public static float[] normalise(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += component * component;
        }
        if (squares > 0) {
            float length = (float) Math.sqrt(squares);
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
        return vector;
    }
}
