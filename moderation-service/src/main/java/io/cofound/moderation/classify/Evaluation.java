package io.cofound.moderation.classify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;

/** Compares judgements with what people said. */
public final class Evaluation {

    private static final int BINS = 10;
    private static final double SMALLEST = 1e-12;

    public record Judged(LabelledText text, Classification classification) {

        Label truth() {
            return text.label();
        }
    }

    private Evaluation() {}

    public static Figures of(List<Judged> judged) {
        Map<Label, Figures.OfLabel> labels = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            labels.put(label, ofLabel(judged, label));
        }
        return new Figures(
                judged.size(),
                share(judged, j -> true, j -> j.classification().label() == j.truth()),
                labels.values().stream()
                        .mapToDouble(Figures.OfLabel::f1)
                        .average()
                        .orElse(0),
                logLoss(judged),
                calibrationError(judged),
                share(
                        judged,
                        j -> j.truth() == Label.OK,
                        j -> j.classification().action() != Action.PUBLISH),
                share(
                        judged,
                        j -> j.truth() != Label.OK,
                        j -> j.classification().action() == Action.PUBLISH),
                labels);
    }

    private static Figures.OfLabel ofLabel(List<Judged> judged, Label label) {
        double precision = share(judged, j -> j.classification().label() == label, j -> j.truth() == label);
        double recall =
                share(judged, j -> j.truth() == label, j -> j.classification().label() == label);
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Figures.OfLabel(precision, recall, f1);
    }

    private static double logLoss(List<Judged> judged) {
        return judged.stream()
                .mapToDouble(j ->
                        -Math.log(Math.max(SMALLEST, j.classification().scores().get(j.truth()))))
                .average()
                .orElse(0);
    }

    private static double calibrationError(List<Judged> judged) {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (Judged j : judged) {
            double score = j.classification().scores().get(j.classification().label());
            int bin = Math.min(BINS - 1, (int) (score * BINS));
            confidence[bin] += score;
            right[bin] += j.classification().label() == j.truth() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]) / judged.size();
        }
        return error;
    }

    private static double share(List<Judged> judged, Predicate<Judged> of, Predicate<Judged> that) {
        long all = judged.stream().filter(of).count();
        return all == 0 ? 0 : (double) judged.stream().filter(of.and(that)).count() / all;
    }

    /** A table for people. */
    static String table(Map<String, Figures> figures) {
        StringBuilder table = new StringBuilder(String.format(
                "%-10s %5s %8s %8s %8s %6s %14s %13s%n",
                "", "texts", "accuracy", "macro-F1", "log-loss", "ECE", "OK not publ.", "bad publ."));
        figures.forEach((name, f) -> table.append(String.format(
                "%-10s %5d %8.3f %8.3f %8.3f %6.3f %13.1f%% %12.1f%%%n",
                name,
                f.texts(),
                f.accuracy(),
                f.macroF1(),
                f.logLoss(),
                f.calibrationError(),
                100 * f.goodHeldOrRejected(),
                100 * f.badPublished())));
        figures.forEach((name, f) -> f.labels()
                .forEach((label, l) -> table.append(String.format(
                        "%-10s %-6s precision %.3f  recall %.3f  F1 %.3f%n",
                        name, label, l.precision(), l.recall(), l.f1()))));
        return table.toString();
    }
}
