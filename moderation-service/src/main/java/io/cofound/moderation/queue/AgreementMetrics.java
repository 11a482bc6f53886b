package io.cofound.moderation.queue;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.metrics.MetricsPart;
import io.smallrye.mutiny.Uni;

/** How far moderators agree, of the second reviews of the last 90 days. */
@ApplicationScoped
class AgreementMetrics implements MetricsPart {

    private static final Duration WINDOW = Duration.ofDays(90);

    private final Agreement agreement;

    AgreementMetrics(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public Uni<Object> figures() {
        return agreement.since(Instant.now().minus(WINDOW)).map(kappa -> kappa);
    }
}
