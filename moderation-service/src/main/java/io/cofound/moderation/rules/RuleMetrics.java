package io.cofound.moderation.rules;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.metrics.MetricsPart;
import io.smallrye.mutiny.Uni;

/** What the rules that see texts caught. */
@ApplicationScoped
class RuleMetrics implements MetricsPart {

    record OfRule(UUID id, String name, RuleState state, RuleFigures figures) {}

    private final RuleRepository rules;
    private final RuleHits hits;

    RuleMetrics(RuleRepository rules, RuleHits hits) {
        this.rules = rules;
        this.hits = hits;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Uni<Object> figures() {
        return rules.applied().chain(applied -> hits.figures(
                        applied.stream().map(rule -> rule.id).toList())
                .map(figures -> List.copyOf(applied.stream()
                        .map(rule -> new OfRule(
                                rule.id, rule.name, rule.state, figures.getOrDefault(rule.id, RuleFigures.NONE)))
                        .toList())));
    }
}
