package io.cofound.community.appeal;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.notification.News;
import io.cofound.community.notification.Notifications;
import io.cofound.community.notification.TextOccasions;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.moderation.AppealDecided;
import io.cofound.contracts.moderation.AppealOutcome;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;

/** Tells authors how their appeals ended. Joins the caller's transaction. */
@ApplicationScoped
class AppealNotifications {

    private final Notifications notifications;
    private final TextOccasions texts;
    private final News news;
    private final ErasedMembers erased;

    AppealNotifications(Notifications notifications, TextOccasions texts, News news, ErasedMembers erased) {
        this.notifications = notifications;
        this.texts = texts;
        this.news = news;
        this.erased = erased;
    }

    Uni<Void> decided(AppealDecided appeal) {
        if (news.isOld(appeal.decidedAt())) {
            return Uni.createFrom().voidItem();
        }
        return erased.isErased(appeal.authorId(), appeal.decidedAt())
                .chain(gone -> gone
                        ? Uni.createFrom().voidItem()
                        : occasionOf(appeal)
                                .chain(occasion -> notifications.raise(
                                        appeal.authorId(),
                                        kindOf(appeal.outcome()),
                                        communityOf(appeal),
                                        appeal.subjectId(),
                                        occasion)));
    }

    /** Whose appeal succeeded is not told besides that the text is visible. */
    private Uni<String> occasionOf(AppealDecided appeal) {
        return switch (appeal.outcome()) {
            case UPHELD -> Uni.createFrom().item("appeal:" + appeal.appealId());
            case OVERTURNED -> texts.takeBack(appeal.authorId(), appeal.decisionId(), appeal.ruling());
        };
    }

    /** Null for what belongs to none. */
    private static UUID communityOf(AppealDecided appeal) {
        return appeal.communityId().equals(DecisionMade.NO_COMMUNITY) ? null : appeal.communityId();
    }

    private static NotificationKind kindOf(AppealOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> NotificationKind.APPEAL_UPHELD;
            case OVERTURNED -> NotificationKind.APPEAL_OVERTURNED;
        };
    }
}
