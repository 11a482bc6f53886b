package io.cofound.community.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the trust rule says of a member at one moment.
 *
 * @param level 0 to 4
 * @param score zero or more; the sum of the contributions, but never less than zero
 * @param contributions one for each kind of signal that there is, in the order of {@link SignalKind}
 * @param age since registration; zero while that is not known
 * @param activeDays different days (UTC) with a good signal
 * @param cappedUntil until when fresh harm caps the level; null if it does not
 * @param reviewAt before then time alone cannot change the level; null if it never can
 */
record Assessment(
        int level,
        double score,
        List<Contribution> contributions,
        Duration age,
        int activeDays,
        Instant cappedUntil,
        Instant reviewAt) {

    /** @param value together, faded; negative for what lowers the score */
    record Contribution(SignalKind kind, int count, double value) {}
}
