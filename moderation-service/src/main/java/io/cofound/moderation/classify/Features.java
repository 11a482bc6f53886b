package io.cofound.moderation.classify;

import java.util.Arrays;

/**
 * A text as numbers: a few named ones of very many, and the embedding, where it was needed.
 *
 * @param indices in {@link FeatureSpace}
 * @param values one for each index
 * @param meaning the weighed embedding; empty where the text was only glanced at
 * @param firstOfMeaning index of its first dimension
 */
record Features(int[] indices, float[] values, float[] meaning, int firstOfMeaning) {

    private static final float[] UNREAD = {};

    Features with(float[] embedding, Language language) {
        return new Features(indices, values, embedding, FeatureSpace.firstOfMeaning(language));
    }

    /** Its meaning counts so many times what it does here. */
    Features withMeaningTimes(float factor) {
        float[] louder = meaning.clone();
        for (int i = 0; i < louder.length; i++) {
            louder[i] *= factor;
        }
        return new Features(indices, values, louder, firstOfMeaning);
    }

    boolean meansIn(Language language) {
        return firstOfMeaning == FeatureSpace.firstOfMeaning(language);
    }

    /** Whether its meaning was not asked for. */
    boolean isGlance() {
        return meaning.length == 0;
    }

    Features withoutMeaning() {
        return new Features(indices, values, UNREAD, 0);
    }

    /** Named features in the making. */
    static final class Builder {

        private int[] indices = new int[256];
        private float[] values = new float[256];
        private int size;

        void put(int index, double value) {
            if (value == 0) {
                return;
            }
            if (size == indices.length) {
                indices = Arrays.copyOf(indices, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            indices[size] = index;
            values[size++] = (float) value;
        }

        Features build() {
            return new Features(Arrays.copyOf(indices, size), Arrays.copyOf(values, size), UNREAD, 0);
        }
    }
}
