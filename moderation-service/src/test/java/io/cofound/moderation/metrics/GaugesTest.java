package io.cofound.moderation.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GaugesTest {

    private final MeterRegistry process = new SimpleMeterRegistry();

    @Test
    void an_application_that_starts_again_in_the_same_process_shows_its_own_figures() {
        Gauges before = new Gauges(process);
        before.add("some.figure", "Some figure", () -> 1, "of", "all");

        before.remove(new ShutdownEvent());
        new Gauges(process).add("some.figure", "Some figure", () -> 2, "of", "all");

        assertThat(process.get("some.figure").tag("of", "all").gauge().value()).isEqualTo(2);
    }
}
