package io.cofound.moderation.decision;

import java.time.Duration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.cofound.moderation.egress.Spending;

/**
 * What the cascade's ruling took.
 *
 * @param millis of judging, without the time that a text waited to be judged
 * @param costMicros of the language model, in millionths of the budget's currency; null where it was not asked
 */
@Embeddable
record Effort(@Column(name = "duration_millis") long millis, Long costMicros) {

    static Effort local(Duration took) {
        return new Effort(took.toMillis(), null);
    }

    Effort and(Spending spending) {
        return new Effort(millis + spending.millis(), spending.micros());
    }
}
