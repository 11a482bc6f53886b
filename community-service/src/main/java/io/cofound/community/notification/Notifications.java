package io.cofound.community.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.NotificationKind;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** Tells members what concerns them. */
@ApplicationScoped
public class Notifications {

    private final NotificationRepository notifications;
    private final PreferenceRepository preferences;
    private final Outbox outbox;

    Notifications(NotificationRepository notifications, PreferenceRepository preferences, Outbox outbox) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.outbox = outbox;
    }

    /**
     * Tells a member something, once: the same occasion again is not told again. Joins the caller's transaction.
     *
     * @param communityId where; may be null
     * @param subjectId what it is about; null if about the community itself
     * @param occasion names what happened, unique for the member, such as {@code role:<membershipId>:<revision>}
     */
    public Uni<Void> raise(UUID memberId, NotificationKind kind, UUID communityId, UUID subjectId, String occasion) {
        return raise(List.of(memberId), kind, communityId, subjectId, occasion);
    }

    /** Tells the same to several, in as many statements as to one. */
    public Uni<Void> raise(
            Collection<UUID> memberIds, NotificationKind kind, UUID communityId, UUID subjectId, String occasion) {
        if (memberIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return preferences
                .of(memberIds, kind)
                .map(chosen -> memberIds.stream()
                        .map(memberId -> new NotificationDraft(
                                memberId,
                                kind,
                                communityId,
                                subjectId,
                                occasion,
                                chosen.getOrDefault(memberId, Preference.standard(kind))))
                        .filter(draft -> !draft.preference().isSilent())
                        .toList())
                .chain(notifications::addNew)
                .chain(added -> outbox.publish(
                        added.stream().map(NotificationDraft::raised).toList()));
    }
}
