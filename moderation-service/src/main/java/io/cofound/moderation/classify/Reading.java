package io.cofound.moderation.classify;

/** Adds to what is seen of a text what it means: its embedding, centred and weighed. */
final class Reading {

    /** How much the meaning may say; chosen by cross-validation on the seed. */
    private static final double MEANING = 2.5;

    private final Embeddings embeddings;
    private final Centring centring;

    Reading(Embeddings embeddings, Centring centring) {
        this.embeddings = embeddings;
        this.centring = centring;
    }

    Features of(NormalisedText text, Features seen) {
        Language language = Language.of(text.text());
        return seen.with(centring.centre(language, embeddings.of(language, text.text()), MEANING), language);
    }
}
