package io.cofound.content.draft;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Submits drafts when their time has come, on as many instances as there are. Each is submitted and deleted in a
 * transaction of its own, so that after a crash it is either a post or still due.
 */
@ApplicationScoped
class ScheduledDrafts {

    private static final Logger LOG = Logger.getLogger(ScheduledDrafts.class);
    private static final int BATCH = 50;

    private final DraftRepository drafts;
    private final DraftService service;

    ScheduledDrafts(DraftRepository drafts, DraftService service) {
        this.drafts = drafts;
        this.service = service;
    }

    @Scheduled(every = "{cofound.drafts.look-after}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> publishDue() {
        Instant now = Instant.now();
        // Goes on behind what it could not submit, which would else keep the others waiting.
        AtomicReference<DueDraft> last = new AtomicReference<>(DueDraft.NONE);
        return Uni.createFrom()
                .deferred(() -> Panache.withSession(() -> drafts.due(now, last.get(), BATCH)))
                .invoke(batch -> {
                    if (!batch.isEmpty()) {
                        last.set(batch.getLast());
                    }
                })
                .repeat()
                .whilst(batch -> batch.size() == BATCH)
                .onItem()
                .<DueDraft>disjoint()
                .onItem()
                .transformToUniAndConcatenate(this::publish)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> publish(DueDraft due) {
        return service.publish(due)
                .onFailure()
                .recoverWithUni(failure -> Refusal.of(failure)
                        .map(refusal -> service.fail(due, refusal))
                        .orElseGet(() -> Uni.createFrom().failure(failure)))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "draft %s is tried again: %s",
                        due.id(), failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }
}
