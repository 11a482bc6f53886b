package io.cofound.moderation.classify;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

@Readiness
class ClassifierReadiness implements HealthCheck {

    private final Classifier classifier;

    ClassifierReadiness(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("moderation model")
                .status(classifier.isReady())
                .build();
    }
}
