package io.cofound.community.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.NotificationKind;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;

/** Tells members what other services say happened: neither what is no news any more, nor anybody who is forgotten. */
@ApplicationScoped
class Teller {

    private final Notifications notifications;
    private final ErasedMembers erased;
    private final News news;

    Teller(Notifications notifications, ErasedMembers erased, News news) {
        this.notifications = notifications;
        this.erased = erased;
        this.news = news;
    }

    /** As {@link Notifications#raise}. */
    Uni<Void> tell(
            UUID memberId,
            NotificationKind kind,
            UUID communityId,
            UUID subjectId,
            String occasion,
            Instant happenedAt) {
        if (news.isOld(happenedAt)) {
            return Uni.createFrom().voidItem();
        }
        return erased.isErased(memberId, happenedAt)
                .chain(isErased -> isErased
                        ? Uni.createFrom().voidItem()
                        : notifications.raise(memberId, kind, communityId, subjectId, occasion));
    }
}
