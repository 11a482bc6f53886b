package io.cofound.community.churn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import io.cofound.community.churn.LearnedModel.Term;

/**
 * Learns from snapshots of the past. Members, not snapshots, are dealt out by a hash of their id, the same in every
 * training: six tenths to fit, two to calibrate (Platt, "Probabilistic outputs for support vector machines", 1999), two
 * to test.
 */
final class Training {

    private static final int FEWEST_SNAPSHOTS = 500;
    private static final int FEWEST_OF_EACH_CLASS = 50;

    /** Weak, next to hundreds of snapshots: it only keeps features that say the same from running off. */
    private static final double RIDGE = 1;

    private static final double CALIBRATION_RIDGE = 1e-6;

    private enum Part {
        FIT,
        CALIBRATION,
        HOLD_OUT;

        static Part of(Snapshot snapshot) {
            // Murmur3's finaliser: the bits of time in the id are no part of the draw.
            long hash = snapshot.memberId().getLeastSignificantBits();
            hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
            hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
            long tenth = Math.floorMod(hash ^ (hash >>> 33), 10L);
            return tenth < 2 ? HOLD_OUT : tenth < 4 ? CALIBRATION : FIT;
        }
    }

    private Training() {}

    /** Empty where there is too little to learn from, or what was learned is no better than saying the base rate. */
    static Optional<LearnedModel> learn(List<Snapshot> snapshots, Instant at) {
        List<Snapshot> fit = part(snapshots, Part.FIT);
        List<Snapshot> calibration = part(snapshots, Part.CALIBRATION);
        List<Snapshot> holdOut = part(snapshots, Part.HOLD_OUT);
        if (snapshots.size() < FEWEST_SNAPSHOTS
                || !hasBoth(snapshots, FEWEST_OF_EACH_CLASS)
                || !hasBoth(fit, 1)
                || !hasBoth(calibration, 1)
                || !hasBoth(holdOut, 1)) {
            return Optional.empty();
        }
        LearnedModel raw = fit(fit, at, snapshots.size());
        LearnedModel calibrated = calibrate(raw, calibration);
        double baseRate = fit.stream().filter(Snapshot::churned).count() / (double) fit.size();
        double brier = brier(
                holdOut, snapshot -> calibrated.assess(snapshot.behaviour()).risk());
        double baselineBrier = brier(holdOut, snapshot -> baseRate);
        return brier < baselineBrier
                ? Optional.of(new LearnedModel(
                        at, calibrated.base(), calibrated.terms(), brier, baselineBrier, snapshots.size()))
                : Optional.empty();
    }

    private static LearnedModel fit(List<Snapshot> snapshots, Instant at, int size) {
        double[][] x = snapshots.stream()
                .map(snapshot -> Feature.vector(snapshot.behaviour()))
                .toArray(double[][]::new);
        double[] mean = new double[x[0].length];
        double[] scale = new double[x[0].length];
        for (int j = 0; j < mean.length; j++) {
            int column = j;
            mean[j] = IntStream.range(0, x.length)
                    .mapToDouble(i -> x[i][column])
                    .average()
                    .orElseThrow();
            double variance = IntStream.range(0, x.length)
                    .mapToDouble(i -> Math.pow(x[i][column] - mean[column], 2))
                    .average()
                    .orElseThrow();
            scale[j] = variance > 0 ? Math.sqrt(variance) : 1;
            for (double[] row : x) {
                row[j] = (row[j] - mean[j]) / scale[j];
            }
        }
        double[] weights = LogisticRegression.fit(x, outcomes(snapshots), RIDGE);
        List<Term> terms = Feature.ALL.stream()
                .map(feature -> new Term(
                        feature, mean[feature.ordinal()], scale[feature.ordinal()], weights[feature.ordinal() + 1]))
                .toList();
        return new LearnedModel(at, weights[0], terms, 0, 0, size);
    }

    /** A line through the log-odds, so that contributions stay contributions. */
    private static LearnedModel calibrate(LearnedModel raw, List<Snapshot> snapshots) {
        double[][] logOdds = snapshots.stream()
                .map(snapshot -> new double[] {
                    raw.base()
                            + raw.terms().stream()
                                    .mapToDouble(term -> term.contribution(snapshot.behaviour()))
                                    .sum()
                })
                .toArray(double[][]::new);
        double[] line = LogisticRegression.fit(logOdds, outcomes(snapshots), CALIBRATION_RIDGE);
        return new LearnedModel(
                raw.trainedAt(),
                line[0] + line[1] * raw.base(),
                raw.terms().stream()
                        .map(term -> new Term(term.feature(), term.mean(), term.scale(), line[1] * term.coefficient()))
                        .toList(),
                0,
                0,
                raw.snapshots());
    }

    private static double brier(List<Snapshot> snapshots, ToDoubleFunction<Snapshot> probability) {
        return snapshots.stream()
                .mapToDouble(
                        snapshot -> Math.pow(probability.applyAsDouble(snapshot) - (snapshot.churned() ? 1 : 0), 2))
                .average()
                .orElseThrow();
    }

    private static List<Snapshot> part(List<Snapshot> snapshots, Part part) {
        return snapshots.stream().filter(snapshot -> Part.of(snapshot) == part).toList();
    }

    private static boolean hasBoth(List<Snapshot> snapshots, int fewest) {
        long churned = snapshots.stream().filter(Snapshot::churned).count();
        return churned >= fewest && snapshots.size() - churned >= fewest;
    }

    private static boolean[] outcomes(List<Snapshot> snapshots) {
        boolean[] outcomes = new boolean[snapshots.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = snapshots.get(i).churned();
        }
        return outcomes;
    }
}
