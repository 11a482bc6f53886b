package io.cofound.community.notification;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.NotificationKind;
import io.smallrye.mutiny.Uni;

/** Tells members what concerns them. */
@ApplicationScoped
public class Notifications {

    /**
     * Tells a member something, once: the same occasion again is not told again. Joins the caller's transaction.
     *
     * @param communityId where; may be null
     * @param subjectId what it is about; null if about the community itself
     * @param occasion names what happened, unique for the member, such as {@code role:<membershipId>:<revision>}
     */
    public Uni<Void> raise(UUID memberId, NotificationKind kind, UUID communityId, UUID subjectId, String occasion) {
        return Uni.createFrom().voidItem();
    }
}
