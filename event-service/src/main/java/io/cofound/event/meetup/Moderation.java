package io.cofound.event.meetup;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.event.community.CommunityCopies;
import io.smallrye.mutiny.Uni;

/** Applies to meetups what was decided about their texts. Joins the caller's transaction. */
@ApplicationScoped
class Moderation {

    private final MeetupRepository meetups;
    private final CommunityCopies communities;
    private final Submissions submissions;
    private final Announcements announcements;

    Moderation(
            MeetupRepository meetups,
            CommunityCopies communities,
            Submissions submissions,
            Announcements announcements) {
        this.meetups = meetups;
        this.communities = communities;
        this.submissions = submissions;
        this.announcements = announcements;
    }

    /** Nothing to do for a draft of a forgotten member, which is gone. */
    Uni<Void> apply(DecisionMade decision) {
        return meetups.communityOf(decision.subjectId())
                .chain(communityId -> communityId == null
                        ? Uni.createFrom().voidItem()
                        : communities.holdVisibility(communityId).chain(visibility -> meetups.findById(
                                        decision.subjectId(), LockModeType.PESSIMISTIC_WRITE)
                                .chain(meetup -> meetup == null
                                        ? Uni.createFrom().voidItem()
                                        : apply(meetup, decision, visibility))));
    }

    private Uni<Void> apply(Meetup meetup, DecisionMade decision, Visibility visibility) {
        UUID waiting = meetup.pendingSubmission();
        boolean seenDifferently = meetup.decide(decision, Instant.now());
        return submissions.follow(waiting, meetup).chain(() -> {
            if (!seenDifferently || meetup.isCancelled()) {
                return Uni.createFrom().voidItem();
            }
            return meetup.isShown()
                    ? announcements.changed(meetup, visibility)
                    : announcements.withheld(meetup, visibility);
        });
    }
}
