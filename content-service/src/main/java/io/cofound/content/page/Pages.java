package io.cofound.content.page;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The documents as they are read. Who may read them, and whether they are new enough, is not decided here. */
@ApplicationScoped
class Pages {

    private final PageDocuments documents;

    Pages(PageDocuments documents) {
        this.documents = documents;
    }

    /** Empty where there is none, or the document store is slow or away. */
    @Timeout(value = 300, unit = ChronoUnit.MILLIS)
    @CircuitBreaker(requestVolumeThreshold = 8, delay = 2, delayUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "none")
    Uni<Optional<PageDocument>> find(UUID postId) {
        return documents.find(postId).map(Optional::ofNullable);
    }

    Uni<Optional<PageDocument>> none(UUID postId) {
        return Uni.createFrom().item(Optional.empty());
    }
}
