package io.cofound.community.churn;

import java.util.List;
import java.util.function.ToDoubleFunction;

import static java.lang.Math.log1p;

/** What the risk is read from. Counts are {@code ln(1 + x)}: the second day counts for more than the twentieth. */
enum Feature {
    IDLE_DAYS(b -> log1p(b.idleDays())),
    ACTIVE_DAYS_30(b -> log1p(b.activeDays30())),
    ACTIVE_DAYS_90(b -> log1p(b.activeDays90())),
    /** The last 30 days against the mean of the two 30 days before; negative where there is less than before. */
    TREND(b -> log1p(b.activeDays30()) - log1p((b.activeDays90() - b.activeDays30()) / 2.0)),
    POSTS(b -> log1p(b.posts())),
    COMMENTS(b -> log1p(b.comments())),
    SEATS(b -> log1p(b.seats())),
    VISITS(b -> log1p(b.visits())),
    /** How many of the four kinds of activity there were. */
    KINDS(Behaviour::kinds),
    MEMBERSHIP_DAYS(b -> log1p(b.membershipDays())),
    ANSWERED_POSTS(b -> log1p(b.answeredPosts())),
    IGNORED_POSTS(b -> log1p(b.ignoredPosts()));

    static final List<Feature> ALL = List.of(values());

    private final ToDoubleFunction<Behaviour> value;

    Feature(ToDoubleFunction<Behaviour> value) {
        this.value = value;
    }

    double of(Behaviour behaviour) {
        return value.applyAsDouble(behaviour);
    }

    static double[] vector(Behaviour behaviour) {
        return ALL.stream().mapToDouble(feature -> feature.of(behaviour)).toArray();
    }
}
