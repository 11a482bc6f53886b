package io.cofound.moderation.classify;

import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.Regression.Example;

/** A text that {@link OpenTalk} is learnt from, as it was read, and what it teaches each of its models. */
record OpenTalkText(CorpusText source, Features features) {

    static final String SEED = "seed";
    static final String MESSAGES = "messages";

    private static final double[] OPEN = {1, 0};
    private static final double[] FOUNDERS = {0, 1};

    private static final double SEED_IN_GATE = 4;
    private static final double SEED_IN_JUDGE = 0.3;

    /** How much a text of which is only known what it is not leans to OK, where it leans to other labels by 1. */
    private static final double TO_OK = 4;

    boolean isOurs() {
        return source.corpus().equals(SEED) || source.corpus().equals(MESSAGES);
    }

    /** One for all that is ours. */
    String origin() {
        return isOurs() ? SEED : source.corpus();
    }

    boolean isSure() {
        return Integer.bitCount(source.labels()) == 1;
    }

    /** Of a sure one. */
    Label label() {
        return Label.values()[Integer.numberOfTrailingZeros(source.labels())];
    }

    Example judged(double weight) {
        double[] leaning = new double[Label.values().length];
        for (Label label : Label.values()) {
            boolean possible = (source.labels() >> label.ordinal() & 1) == 1;
            leaning[label.ordinal()] = possible ? label == Label.OK ? TO_OK : 1 : 0;
        }
        return new Example(OpenTalk.weighed(features), leaning, isOurs() ? weight * SEED_IN_JUDGE : weight);
    }

    Example gated(double weight) {
        return told(OpenTalk.gated(features), weight);
    }

    Example glanced(double weight) {
        return told(features.withoutMeaning(), weight);
    }

    private Example told(Features read, double weight) {
        double[] talk = source.corpus().equals(SEED) ? FOUNDERS : OPEN;
        return new Example(read, talk, isOurs() ? SEED_IN_GATE : weight);
    }
}
