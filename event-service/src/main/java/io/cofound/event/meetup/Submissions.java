package io.cofound.event.meetup;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.meetup.MeetupSubmitted;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.text.LanguageDetector;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Texts on their way through judgement. Each has a key of its own in the topic, which holds them only as long as somebody
 * is to judge them. Every method joins the transaction.
 */
@ApplicationScoped
class Submissions {

    private final Outbox outbox;

    Submissions(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param before what waited before a change, null if nothing did */
    Uni<Void> follow(UUID before, Meetup meetup) {
        UUID now = meetup.pendingSubmission();
        if (now == null ? before == null : now.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        return forget(before)
                .chain(() ->
                        now == null ? Uni.createFrom().voidItem() : outbox.publish(submitted(meetup, meetup.texts)));
    }

    Uni<Void> forget(List<UUID> submissionIds) {
        return Multi.createFrom()
                .iterable(submissionIds)
                .onItem()
                .transformToUniAndConcatenate(this::forget)
                .collect()
                .last();
    }

    private Uni<Void> forget(UUID submissionId) {
        return submissionId == null ? Uni.createFrom().voidItem() : outbox.erase(MeetupSubmitted.class, submissionId);
    }

    private static MeetupSubmitted submitted(Meetup meetup, Texts texts) {
        return new MeetupSubmitted(
                texts.submissionId,
                meetup.id,
                texts.revision,
                meetup.communityId,
                meetup.organiserId,
                texts.title,
                texts.description,
                LanguageDetector.detect(texts.title + "\n" + texts.description),
                texts.submittedAt);
    }
}
