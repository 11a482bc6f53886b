package io.cofound.moderation.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MetricsService {

    private final List<MetricsPart> parts;

    MetricsService(@All List<MetricsPart> parts) {
        this.parts = parts;
    }

    /** One after the other, as they share a session. */
    @WithSession
    Uni<Map<String, Object>> figures() {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> part.figures().map(figures -> Map.entry(part.name(), figures)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(TreeMap::new);
    }
}
