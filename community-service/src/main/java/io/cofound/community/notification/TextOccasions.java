package io.cofound.community.notification;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.smallrye.mutiny.Uni;

/**
 * Tells members which of their profiles, meetups, needs and offers wait for a person, and what became of them. Of posts and
 * comments content-service tells, as they have drafts and earlier revisions. Joins the caller's transaction.
 */
@ApplicationScoped
class TextOccasions {

    private final NotificationRepository notifications;
    private final Teller teller;

    TextOccasions(NotificationRepository notifications, Teller teller) {
        this.notifications = notifications;
        this.teller = teller;
    }

    /** Whether anybody might be told. */
    static boolean concerns(DecisionMade decision) {
        boolean isText = decision.subjectKind() != SubjectKind.POST && decision.subjectKind() != SubjectKind.COMMENT;
        boolean isAllowedAtOnce = decision.action() == Action.PUBLISH && decision.ruling() == 1;
        return isText && !isAllowedAtOnce && decision.replacedBy() == null;
    }

    /** Each once, however often a revision is ruled on; that it is visible only if the member heard that it waits. */
    Uni<Void> decided(DecisionMade decision) {
        if (decision.action() != Action.PUBLISH) {
            return tell(decision);
        }
        return notifications
                .wasTold(decision.authorId(), occasion(Action.HOLD, decision))
                .chain(waited -> waited ? tell(decision) : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(DecisionMade decision) {
        return teller.tell(
                decision.authorId(),
                kindOf(decision),
                decision.communityId().equals(DecisionMade.NO_COMMUNITY) ? null : decision.communityId(),
                decision.subjectId(),
                occasion(decision.action(), decision),
                decision.decidedAt());
    }

    private static String occasion(Action action, DecisionMade decision) {
        return "decision:" + action + ":" + decision.decisionId();
    }

    private static NotificationKind kindOf(DecisionMade decision) {
        String done =
                switch (decision.action()) {
                    case HOLD -> "_HELD";
                    case PUBLISH -> "_PUBLISHED";
                    case REJECT -> "_REJECTED";
                };
        return NotificationKind.valueOf(decision.subjectKind() + done);
    }
}
