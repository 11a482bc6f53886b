package io.cofound.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

@Readiness
@ApplicationScoped
class LiveNewsReadiness implements HealthCheck {

    private final LiveNews news;

    LiveNewsReadiness(LiveNews news) {
        this.news = news;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("live stream").status(news.ready()).build();
    }
}
