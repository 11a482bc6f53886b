package io.cofound.content.page;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.documents.Documents;
import io.cofound.platform.documents.ProjectedDocuments;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The pages of published posts as they are read. Who may read them is not decided here. */
@ApplicationScoped
public class Pages {

    private final ProjectedDocuments<PageDocument> documents;

    Pages(Documents documents) {
        this.documents = documents.projected("post_pages", PageDocument.class);
    }

    /** Empty where there is no page yet, only an older revision of it, or the document store is slow or away. */
    @Timeout(value = 300, unit = ChronoUnit.MILLIS)
    @CircuitBreaker(requestVolumeThreshold = 8, delay = 2, delayUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "none")
    public Uni<Optional<PageDocument>> find(UUID postId, long atLeastRevision) {
        return documents.find(postId).map(page -> Optional.ofNullable(page)
                .filter(found -> found.revision() >= atLeastRevision));
    }

    Uni<Optional<PageDocument>> none(UUID postId, long atLeastRevision) {
        return Uni.createFrom().item(Optional.empty());
    }

    Uni<Void> write(PageDocument page) {
        return documents.put(page.postId(), page.revision(), page);
    }

    Uni<Void> erase(UUID postId, long revision) {
        return documents.remove(postId, revision);
    }
}
