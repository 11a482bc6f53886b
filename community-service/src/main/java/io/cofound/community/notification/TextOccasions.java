package io.cofound.community.notification;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.moderation.DecisionMade;
import io.smallrye.mutiny.Uni;

/**
 * Tells members which of their profiles, meetups, needs and offers are held or refused. Of posts and comments
 * content-service tells, as they have drafts and earlier revisions. Joins the caller's transaction.
 */
@ApplicationScoped
class TextOccasions {

    private final Teller teller;

    TextOccasions(Teller teller) {
        this.teller = teller;
    }

    /** At most once held and once refused, however often a revision is ruled on. */
    Uni<Void> decided(DecisionMade decision) {
        return kindOf(decision)
                .map(kind -> teller.tell(
                        decision.authorId(),
                        kind,
                        decision.communityId().equals(DecisionMade.NO_COMMUNITY) ? null : decision.communityId(),
                        decision.subjectId(),
                        "decision:" + decision.action() + ":" + decision.decisionId(),
                        decision.decidedAt()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<NotificationKind> kindOf(DecisionMade decision) {
        return switch (decision.action()) {
            case PUBLISH -> Optional.empty();
            case HOLD ->
                switch (decision.subjectKind()) {
                    case PROFILE -> Optional.of(NotificationKind.PROFILE_HELD);
                    case MEETUP -> Optional.of(NotificationKind.MEETUP_HELD);
                    case OPPORTUNITY -> Optional.of(NotificationKind.OPPORTUNITY_HELD);
                    case POST, COMMENT -> Optional.empty();
                };
            case REJECT ->
                switch (decision.subjectKind()) {
                    case PROFILE -> Optional.of(NotificationKind.PROFILE_REJECTED);
                    case MEETUP -> Optional.of(NotificationKind.MEETUP_REJECTED);
                    case OPPORTUNITY -> Optional.of(NotificationKind.OPPORTUNITY_REJECTED);
                    case POST, COMMENT -> Optional.empty();
                };
        };
    }
}
