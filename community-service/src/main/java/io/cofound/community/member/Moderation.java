package io.cofound.community.member;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** Applies to members what was decided about their own words. Joins the caller's transaction. */
@ApplicationScoped
class Moderation {

    private final MemberRepository members;
    private final Submissions submissions;
    private final Outbox outbox;

    Moderation(MemberRepository members, Submissions submissions, Outbox outbox) {
        this.members = members;
        this.submissions = submissions;
        this.outbox = outbox;
    }

    Uni<Void> apply(DecisionMade decision) {
        return members.findById(decision.subjectId(), LockModeType.PESSIMISTIC_WRITE)
                .chain(member ->
                        member == null || member.isErased() ? Uni.createFrom().voidItem() : apply(member, decision));
    }

    private Uni<Void> apply(Member member, DecisionMade decision) {
        UUID waiting = member.pendingSubmission();
        boolean seenDifferently = member.decide(decision);
        return submissions
                .follow(waiting, member)
                .chain(() -> seenDifferently
                        ? outbox.publish(member.changed())
                        : Uni.createFrom().voidItem());
    }
}
