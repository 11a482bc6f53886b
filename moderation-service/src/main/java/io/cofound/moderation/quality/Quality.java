package io.cofound.moderation.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.cofound.contracts.moderation.Label;

/**
 * How good the cascade was on live texts, by what people ruled.
 *
 * @param days how far back
 * @param languages en, zh, other, and all
 */
record Quality(long days, Map<String, OfLanguage> languages) {

    static final String ALL = "all";

    static final int LEAST_FLAGGED = 30;
    static final int LEAST_DRAWN = 100;
    static final int LEAST_OF_A_LABEL = 20;

    /**
     * @param asked texts that people were or are to be asked about
     * @param decided those of them that people ruled on
     * @param precision share of what was held or rejected that is bad
     * @param recall share of what is bad that was held or rejected
     * @param calibrationError expected calibration error of the likeliest label over ten bins; null where not enough
     */
    record OfLanguage(
            long asked,
            long decided,
            Estimate precision,
            Estimate recall,
            Double calibrationError,
            Map<Label, OfLabel> labels) {}

    /** @param f1 harmonic mean of the two; null where either is */
    record OfLabel(Estimate precision, Estimate recall, Double f1) {}

    static Quality of(long days, List<Cell> cells, List<Bin> bins) {
        Map<String, OfLanguage> languages = new TreeMap<>();
        languages.put(ALL, ofLanguage(cells, bins));
        for (String language : Languages.ALL) {
            languages.put(
                    language,
                    ofLanguage(
                            cells.stream()
                                    .filter(cell -> cell.language().equals(language))
                                    .toList(),
                            bins.stream()
                                    .filter(bin -> bin.language().equals(language))
                                    .toList()));
        }
        return new Quality(days, languages);
    }

    private static OfLanguage ofLanguage(List<Cell> cells, List<Bin> bins) {
        Population all = new Population(cells);
        Map<Label, OfLabel> labels = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            labels.put(label, ofLabel(all, label));
        }
        return new OfLanguage(
                all.texts(cell -> true),
                all.texts(Cell::isDecided),
                all.isAnswered()
                        ? all.share(Cell::isFlagged, Cell::isBad, LEAST_FLAGGED)
                        : Estimate.notEnough(all.texts(cell -> cell.isFlagged() && cell.isDecided())),
                recall(all),
                calibrationError(all, bins),
                labels);
    }

    private static Estimate recall(Population all) {
        long flagged = all.texts(cell -> cell.isFlagged() && cell.isDecided());
        long drawn = all.texts(cell -> !cell.isFlagged() && cell.isDecided());
        if (!all.isAnswered() || flagged < LEAST_FLAGGED || drawn < LEAST_DRAWN) {
            return Estimate.notEnough(flagged + drawn);
        }
        return parts(
                all.total(cell -> cell.isFlagged() && cell.isBad(), Cell::isFlagged),
                all.total(cell -> !cell.isFlagged() && cell.isBad(), cell -> !cell.isFlagged()),
                flagged + drawn);
    }

    private static OfLabel ofLabel(Population all, Label label) {
        Predicate<Cell> called = cell -> cell.label() == label;
        Predicate<Cell> so = cell -> cell.truth() == label;
        long drawn = all.texts(cell -> !cell.isFlagged() && cell.isDecided());
        long known = all.texts(so);
        if (!all.isAnswered() || drawn < LEAST_DRAWN) {
            return new OfLabel(
                    Estimate.notEnough(all.texts(called.and(Cell::isDecided))), Estimate.notEnough(known), null);
        }
        Estimate precision = all.share(called, so, LEAST_OF_A_LABEL);
        Estimate recall = known < LEAST_OF_A_LABEL
                ? Estimate.notEnough(known)
                : parts(
                        all.total(called.and(so), cell -> true),
                        all.total(called.negate().and(so), cell -> !cell.isFlagged()),
                        known);
        return new OfLabel(precision, recall, f1(precision, recall));
    }

    /** Null without any, which is a label that none of the drawn texts has. */
    static Estimate parts(Total part, Total rest, long texts) {
        double all = part.value() + rest.value();
        return all == 0
                ? Estimate.notEnough(texts)
                : Estimate.of(part.value() / all, Interval.ofShare(part, rest, Interval.Z95), texts);
    }

    private static Double f1(Estimate precision, Estimate recall) {
        if (!precision.isEnough() || !recall.isEnough()) {
            return null;
        }
        double sum = precision.value() + recall.value();
        return sum == 0 ? 0 : 2 * precision.value() * recall.value() / sum;
    }

    private static Double calibrationError(Population all, List<Bin> bins) {
        if (!all.isAnswered() || all.texts(cell -> !cell.isFlagged() && cell.isDecided()) < LEAST_DRAWN) {
            return null;
        }
        double[] off = new double[11];
        double weight = 0;
        for (Bin bin : bins) {
            double factor = all.factor(bin.action());
            off[bin.number()] += factor * (bin.confidence() - bin.right());
            weight += factor * bin.weight();
        }
        double error = 0;
        for (double each : off) {
            error += Math.abs(each);
        }
        return error / weight;
    }
}
