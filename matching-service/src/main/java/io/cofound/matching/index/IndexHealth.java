package io.cofound.matching.index;

import java.util.concurrent.RejectedExecutionException;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.events.delivery.TransientFailure;
import org.apache.lucene.store.AlreadyClosedException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Lucene gives up writing after a failure of the disk; only a new start, which reads again what is missing, helps. */
@Liveness
@ApplicationScoped
class IndexHealth implements HealthCheck, TransientFailure {

    private final MatchingIndex index;

    IndexHealth(MatchingIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("index").status(index.isOpen()).build();
    }

    /** A record that comes while the index is closed is not at fault. */
    @Override
    public boolean matches(Throwable failure) {
        return TransientFailure.causedBy(failure, AlreadyClosedException.class, RejectedExecutionException.class);
    }
}
