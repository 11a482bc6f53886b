package io.cofound.moderation.classify;

/**
 * Where each kind of feature lies in a model's weights: what has a name is hashed, then come the dimensions of the
 * embedding of each language, then the bias.
 */
final class FeatureSpace {

    static final int HASHED = 1 << 18;
    static final int LANGUAGES = Language.values().length;
    /** The longest of the embeddings'. */
    static final int DIMENSIONS = 512;

    static final int BIAS = HASHED + LANGUAGES * DIMENSIONS;
    static final int SIZE = BIAS + 1;

    private FeatureSpace() {}

    /** An "l" counts as an "i", since the digit 1 is read as either. */
    static int hash(char kind, CharSequence name, int start, int end) {
        int hash = kind;
        for (int i = start; i < end; i++) {
            char c = name.charAt(i);
            hash = 31 * hash + (c == 'l' ? 'i' : c);
        }
        return (hash * 0x9E3779B1 >>> 14) % HASHED;
    }

    static int hash(char kind, CharSequence name) {
        return hash(kind, name, 0, name.length());
    }

    static int firstOfMeaning(Language language) {
        return HASHED + language.ordinal() * DIMENSIONS;
    }
}
