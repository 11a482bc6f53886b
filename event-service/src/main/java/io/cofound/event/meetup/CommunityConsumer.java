package io.cofound.event.meetup;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.Visibility;
import io.cofound.event.community.CommunityCopies;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of a community, and tells of its meetups again when others may see them that could not, or no longer. */
@ApplicationScoped
class CommunityConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final CommunityCopies communities;
    private final MeetupRepository meetups;
    private final Announcements announcements;

    CommunityConsumer(
            EventReceiver receiver,
            Inbox inbox,
            CommunityCopies communities,
            MeetupRepository meetups,
            Announcements announcements) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.communities = communities;
        this.meetups = meetups;
        this.announcements = announcements;
    }

    @Incoming("communities")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case CommunityCreated c -> once(received, c.communityId(), c.revision(), c.visibility(), false);
            case CommunityChanged c -> once(received, c.communityId(), c.revision(), c.visibility(), c.archived());
            default -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> once(
            Received received, UUID communityId, long revision, Visibility visibility, boolean archived) {
        return inbox.once("event.community-copy", received, () -> communities
                .apply(communityId, revision, visibility, archived)
                .chain(seenDifferently -> seenDifferently
                        ? announceAll(communityId, visibility)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> announceAll(UUID communityId, Visibility visibility) {
        return meetups.lockPublished(communityId).chain(all -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(meetup -> {
                    meetup.revise();
                    return announcements.seenByOthers(meetup, visibility);
                })
                .collect()
                .last());
    }
}
