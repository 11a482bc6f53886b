package io.cofound.community.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.cofound.community.trust.Assessment.Contribution;

/**
 * The trust level of a member: the sum of weights, each halved with every half-life that has passed, against thresholds
 * of score, age and active days, under a cap while harm is fresh. A function of the signals and the time alone, so that
 * neither the order of events nor how often they come matters.
 */
@Singleton
class TrustRule {

    static final int HIGHEST_LEVEL = 4;

    /** Against rounding: at its very end a level still holds. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final TrustConfig config;

    /** @throws IllegalArgumentException for numbers that contradict each other, so that the service does not start */
    TrustRule(TrustConfig config) {
        this.config = config;
        requireAscending("scores", config.scores());
        requireAscending("ages", config.ages());
        requireAscending("active-days", config.activeDays());
        if (config.scores().getFirst() <= 0
                || config.halfLife().toSeconds() <= 0
                || config.cap().reportedTexts() < 1
                || config.cap().rejectedPosts() < 1) {
            throw new IllegalArgumentException(
                    "cofound.trust: scores, half-life and the counts of the cap must be above zero");
        }
    }

    /** @param registeredAt null while it is not known, which gives level 0 */
    Assessment assess(Instant registeredAt, List<Signal> signals, Instant now) {
        List<Contribution> contributions = contributions(signals, now);
        double score = Math.max(
                0, contributions.stream().mapToDouble(Contribution::value).sum());
        Duration age =
                registeredAt == null || registeredAt.isAfter(now) ? Duration.ZERO : Duration.between(registeredAt, now);
        int activeDays = activeDays(signals);
        int uncapped = registeredAt == null ? 0 : uncappedLevel(score, age, activeDays);
        Instant cappedUntil = cappedUntil(signals, now);
        int level =
                cappedUntil == null ? uncapped : Math.min(uncapped, config.cap().level());
        Instant reviewAt = Stream.of(
                        level > 0 ? end(level, score, now) : null,
                        uncapped > level ? cappedUntil : null,
                        registeredAt == null ? null : rise(uncapped, score, activeDays, registeredAt, now))
                .filter(moment -> moment != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Assessment(level, score, contributions, age, activeDays, cappedUntil, reviewAt);
    }

    double scoreFor(int level) {
        return config.scores().get(level - 1);
    }

    Duration ageFor(int level) {
        return config.ages().get(level - 1);
    }

    int activeDaysFor(int level) {
        return config.activeDays().get(level - 1);
    }

    int cap() {
        return config.cap().level();
    }

    private List<Contribution> contributions(List<Signal> signals, Instant now) {
        List<Contribution> contributions = new ArrayList<>();
        for (SignalKind kind : SignalKind.values()) {
            List<Instant> times = latestFirst(signals, kind);
            if (!times.isEmpty()) {
                double faded =
                        times.stream().mapToDouble(time -> remaining(time, now)).sum();
                contributions.add(new Contribution(kind, times.size(), weight(kind) * faded));
            }
        }
        return contributions;
    }

    /** 1 for what happens now, 0.5 after a half-life. */
    private double remaining(Instant occurredAt, Instant now) {
        double age = Math.max(0, seconds(Duration.between(occurredAt, now)));
        return Math.pow(0.5, age / seconds(config.halfLife()));
    }

    private double weight(SignalKind kind) {
        TrustConfig.Weights weights = config.weights();
        return switch (kind) {
            case ACCEPTED_POST -> weights.acceptedPost();
            case REJECTED_POST -> weights.rejectedPost();
            case KEPT_REGISTRATION -> weights.keptRegistration();
            case MISSED_REGISTRATION -> weights.missedRegistration();
            case UPHELD_REPORT -> weights.upheldReport();
            case REPORTED_TEXT -> weights.reportedText();
            case OVERTURNED_REPORT, CLEARED_TEXT -> 0;
        };
    }

    private int uncappedLevel(double score, Duration age, int activeDays) {
        int level = 0;
        while (level < HIGHEST_LEVEL
                && score >= scoreFor(level + 1)
                && age.compareTo(ageFor(level + 1)) >= 0
                && activeDays >= activeDaysFor(level + 1)) {
            level++;
        }
        return level;
    }

    /** When fewer texts and posts than it takes are left in the window; null if that is so now. */
    private Instant cappedUntil(List<Signal> signals, Instant now) {
        TrustConfig.Cap cap = config.cap();
        return Stream.of(
                        latestFirst(signals, SignalKind.REPORTED_TEXT).stream().skip(cap.reportedTexts() - 1),
                        latestFirst(signals, SignalKind.REJECTED_POST).stream().skip(cap.rejectedPosts() - 1))
                .flatMap(decisive -> decisive.limit(1))
                .map(time -> time.plus(cap.window()))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When silence brings the score below the level's: since all fade alike, the sum is halved with every half-life. */
    private Instant end(int level, double score, Instant now) {
        double halfLives = Math.log(score / scoreFor(level)) / Math.log(2);
        long seconds = (long) Math.ceil(halfLives * seconds(config.halfLife()));
        return now.plusSeconds(Math.max(0, seconds)).plus(MARGIN);
    }

    /** When age alone lacks no longer for the next level; null if something else lacks as well. */
    private Instant rise(int uncapped, double score, int activeDays, Instant registeredAt, Instant now) {
        if (uncapped == HIGHEST_LEVEL || score < scoreFor(uncapped + 1) || activeDays < activeDaysFor(uncapped + 1)) {
            return null;
        }
        Instant oldEnough = registeredAt.plus(ageFor(uncapped + 1));
        return oldEnough.isAfter(now) ? oldEnough : null;
    }

    private static int activeDays(List<Signal> signals) {
        return (int) signals.stream()
                .filter(signal -> signal.kind().isGood())
                .map(signal -> LocalDate.ofInstant(signal.occurredAt(), ZoneOffset.UTC))
                .distinct()
                .count();
    }

    /** In one order, since the sum of floating-point numbers depends on it. */
    private static List<Instant> latestFirst(List<Signal> signals, SignalKind kind) {
        return signals.stream()
                .filter(signal -> signal.kind() == kind)
                .map(Signal::occurredAt)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static <T extends Comparable<T>> void requireAscending(String name, List<T> numbers) {
        boolean ascending = numbers.size() == HIGHEST_LEVEL;
        for (int i = 1; ascending && i < numbers.size(); i++) {
            ascending = numbers.get(i - 1).compareTo(numbers.get(i)) <= 0;
        }
        if (!ascending) {
            throw new IllegalArgumentException(
                    "cofound.trust." + name + " takes " + HIGHEST_LEVEL + " ascending numbers");
        }
    }
}
