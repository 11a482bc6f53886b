package io.cofound.moderation.classify;

/** Adds to what is seen of a text what it means: its embedding, centred and weighed. */
final class Reading {

    /** How much the meaning may say; chosen by cross-validation on the seed. */
    private static final double MEANING = 2.5;

    private final Embeddings embeddings;
    private final Centring centring;
    private final Remembered remembered;

    Reading(Embeddings embeddings, Centring centring) {
        this(embeddings, centring, Remembered.NOTHING);
    }

    private Reading(Embeddings embeddings, Centring centring, Remembered remembered) {
        this.embeddings = embeddings;
        this.centring = centring;
        this.remembered = remembered;
    }

    Reading remembering(Remembered texts) {
        return new Reading(embeddings, centring, texts);
    }

    Centring centring() {
        return centring;
    }

    Features of(NormalisedText text, Features seen) {
        Language language = Language.of(text.text());
        float[] meaning = remembered.of(
                text.text(), () -> centring.centre(language, embeddings.of(language, text.text()), MEANING));
        return seen.with(meaning, language);
    }
}
