package io.cofound.moderation.classify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;

/** Compares judgements with what people said. */
public final class Evaluation {

    private static final double SMALLEST = 1e-12;
    private static final String GOOD = Label.OK.name();

    public record Judged(LabelledText text, Classification classification) {

        Outcome outcome() {
            return Outcome.of(text.label(), classification);
        }
    }

    private Evaluation() {}

    public static Figures of(List<Judged> judged) {
        return over(judged.stream().map(Judged::outcome).toList());
    }

    /** Classes that no text has count for nothing. */
    public static Figures over(List<Outcome> outcomes) {
        Map<String, Figures.OfLabel> labels = new TreeMap<>();
        for (String label : new TreeSet<>(outcomes.stream().map(Outcome::truth).toList())) {
            labels.put(label, ofLabel(outcomes, label));
        }
        return new Figures(
                outcomes.size(),
                share(outcomes, o -> true, o -> o.called().equals(o.truth())),
                labels.values().stream()
                        .mapToDouble(Figures.OfLabel::f1)
                        .average()
                        .orElse(0),
                logLoss(outcomes),
                calibrationError(outcomes),
                share(outcomes, o -> o.truth().equals(GOOD), o -> o.action() != Action.PUBLISH),
                share(outcomes, Evaluation::isBad, o -> o.action() == Action.PUBLISH),
                labels);
    }

    private static boolean isBad(Outcome outcome) {
        return !outcome.truth().equals(GOOD) && !outcome.truth().startsWith(Outcome.NOT);
    }

    private static Figures.OfLabel ofLabel(List<Outcome> outcomes, String label) {
        double precision =
                share(outcomes, o -> o.called().equals(label), o -> o.truth().equals(label));
        double recall =
                share(outcomes, o -> o.truth().equals(label), o -> o.called().equals(label));
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Figures.OfLabel(precision, recall, f1);
    }

    private static double logLoss(List<Outcome> outcomes) {
        return outcomes.stream()
                .mapToDouble(o -> -Math.log(Math.max(SMALLEST, o.scores().get(o.truth()))))
                .average()
                .orElse(0);
    }

    private static double calibrationError(List<Outcome> outcomes) {
        return CalibrationBin.of(outcomes).stream()
                .mapToDouble(bin -> bin.texts() * Math.abs(bin.confidence() - bin.accuracy()) / outcomes.size())
                .sum();
    }

    private static double share(List<Outcome> outcomes, Predicate<Outcome> of, Predicate<Outcome> that) {
        long all = outcomes.stream().filter(of).count();
        return all == 0 ? 0 : (double) outcomes.stream().filter(of.and(that)).count() / all;
    }

    /** A table for people. */
    public static String table(Map<String, Figures> figures) {
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
                        "%-10s %-9s precision %.3f  recall %.3f  F1 %.3f%n",
                        name, label, l.precision(), l.recall(), l.f1()))));
        return table.toString();
    }
}
