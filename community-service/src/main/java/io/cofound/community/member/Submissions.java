package io.cofound.community.member;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ProfileSubmitted;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/**
 * Words on their way through judgement. Each submission has a key of its own in the topic, which holds them only as long
 * as somebody is to judge them. Every method joins the transaction.
 */
@ApplicationScoped
class Submissions {

    private final Outbox outbox;

    Submissions(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param before what waited before a change, null if nothing did */
    Uni<Void> follow(UUID before, Member member) {
        UUID now = member.pendingSubmission();
        if (now == null ? before == null : now.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        return forget(before)
                .chain(() -> now == null ? Uni.createFrom().voidItem() : outbox.publish(submitted(member, member.own)));
    }

    private Uni<Void> forget(UUID submissionId) {
        return submissionId == null ? Uni.createFrom().voidItem() : outbox.erase(ProfileSubmitted.class, submissionId);
    }

    private static ProfileSubmitted submitted(Member member, OwnWords own) {
        Words words = own.written();
        return new ProfileSubmitted(
                own.submissionId,
                member.id,
                own.revision,
                words.displayName(),
                words.headline(),
                words.about(),
                words.links(),
                words.language(),
                own.submittedAt);
    }
}
