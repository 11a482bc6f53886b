package io.cofound.moderation.classify;

import java.util.OptionalDouble;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.Regression.Example;

/**
 * A text that {@link OpenTalk} is learnt from, as it was read, and what it teaches each of its models.
 *
 * @param features as the gate reads them
 * @param closer as the judge reads them
 * @param abuse probability that it is, where more than its label was asked for it
 */
record OpenTalkText(CorpusText source, Features features, Features closer, OptionalDouble abuse) {

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

    /** Whether it has one label, and nothing else says anything of it. */
    boolean isSure() {
        return Integer.bitCount(source.labels()) == 1 && abuse.isEmpty();
    }

    /** Of a sure one. */
    Label label() {
        return Label.values()[Integer.numberOfTrailingZeros(source.labels())];
    }

    /** Once as what it may be and once as what it may not, where that is not sure. */
    Stream<Example> judged(double weight) {
        double counted = isOurs() ? weight * SEED_IN_JUDGE : weight;
        return abuse.isEmpty()
                ? Stream.of(judged(source, counted))
                : Stream.of(
                        judged(source.with(Label.ABUSE), counted * abuse.getAsDouble()),
                        judged(source.without(Label.ABUSE), counted * (1 - abuse.getAsDouble())));
    }

    private Example judged(CorpusText known, double weight) {
        double[] leaning = new double[Label.values().length];
        for (Label label : Label.values()) {
            leaning[label.ordinal()] = known.may(label) ? label == Label.OK ? TO_OK : 1 : 0;
        }
        return new Example(OpenTalk.weighed(closer), leaning, weight);
    }

    Stream<Example> gated(double weight) {
        return Stream.of(told(OpenTalk.gated(features), weight));
    }

    Stream<Example> glanced(double weight) {
        return Stream.of(told(features.withoutMeaning(), weight));
    }

    private Example told(Features read, double weight) {
        double[] talk = source.corpus().equals(SEED) ? FOUNDERS : OPEN;
        return new Example(read, talk, isOurs() ? SEED_IN_GATE : weight);
    }
}
