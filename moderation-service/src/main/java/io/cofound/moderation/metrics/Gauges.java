package io.cofound.moderation.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;

/**
 * Gauges that end with the application. The registry is the process's: if the application starts again in it, as in tests,
 * a gauge that is still there goes on showing what the one before knew.
 */
@ApplicationScoped
public class Gauges {

    private final MeterRegistry meters;
    private final List<Meter> ours = new CopyOnWriteArrayList<>();

    Gauges(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param tags names and values in turn */
    public void add(String name, String description, Supplier<Number> value, String... tags) {
        ours.add(Gauge.builder(name, value).description(description).tags(tags).register(meters));
    }

    void remove(@Observes ShutdownEvent stopped) {
        ours.forEach(meters::remove);
    }
}
