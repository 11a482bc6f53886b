package io.cofound.moderation.metrics;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Rung;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts and times decisions by the step that took them. */
@ApplicationScoped
public class RungMeters {

    private final MeterRegistry meters;

    RungMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param afterWriting from the text's being written to its decision */
    public void decided(Rung rung, Action action, Duration afterWriting) {
        meters.counter("cofound.moderation.decisions", "rung", rung.name(), "action", action.name())
                .increment();
        Timer.builder("cofound.moderation.decision.time")
                .description("From a text's being written to its decision")
                .tag("rung", rung.name())
                .register(meters)
                .record(afterWriting.isNegative() ? Duration.ZERO : afterWriting);
    }
}
