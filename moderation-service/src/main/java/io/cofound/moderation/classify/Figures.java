package io.cofound.moderation.classify;

import java.util.Map;

/**
 * How good judgements were, on texts whose labels people gave.
 *
 * @param texts how many
 * @param accuracy share whose likeliest label is right
 * @param macroF1 mean of the labels' F1
 * @param logLoss mean negative log-probability of the right label, natural logarithm
 * @param calibrationError expected calibration error of the likeliest label over ten bins
 * @param goodHeldOrRejected share of OK texts that were not published at once
 * @param badPublished share of the other texts that were
 */
public record Figures(
        int texts,
        double accuracy,
        double macroF1,
        double logLoss,
        double calibrationError,
        double goodHeldOrRejected,
        double badPublished,
        Map<String, OfLabel> labels) {

    /** Share of those called so that are so, share of those that are so that were called so, and their harmonic mean. */
    public record OfLabel(double precision, double recall, double f1) {}
}
