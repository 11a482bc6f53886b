package io.cofound.community.notification;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.groupingBy;

/** Only the member's own: that others were told about the member stays with them, by an id that nobody has any more. */
@ApplicationScoped
class NotificationPersonalData implements PersonalData {

    private final NotificationRepository notifications;
    private final PreferenceRepository preferences;
    private final DigestRepository digests;
    private final MeetupGuests guests;

    NotificationPersonalData(
            NotificationRepository notifications,
            PreferenceRepository preferences,
            DigestRepository digests,
            MeetupGuests guests) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.digests = digests;
        this.guests = guests;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return notifications.of(memberId).chain(told -> preferences.of(memberId).chain(wishes -> digests.of(memberId)
                .chain(prepared -> guests.meetupsOf(memberId)
                        .map(meetups -> List.of(
                                new Holding(
                                        "notifications",
                                        told.stream().map(NotificationView::of).toList()),
                                new Holding("notification-preferences", List.of(wishes)),
                                new Holding("digests", views(prepared, told)),
                                new Holding("registered-meetups", meetups))))));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        UUID memberId = request.memberId();
        return notifications
                .delete("memberId", memberId)
                .chain(() -> digests.delete("memberId", memberId))
                .chain(() -> preferences.deleteOf(memberId))
                .chain(() -> guests.deleteOf(memberId));
    }

    private static List<DigestView> views(List<Digest> digests, List<Notification> told) {
        var contents = told.stream()
                .filter(notification -> notification.digestId != null)
                .collect(groupingBy(notification -> notification.digestId));
        return digests.stream()
                .map(digest -> DigestView.of(digest, contents.getOrDefault(digest.id, List.of())))
                .toList();
    }
}
