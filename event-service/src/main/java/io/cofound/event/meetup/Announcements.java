package io.cofound.event.meetup;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.meetup.PublicMeetup;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** Tells other services, and partners where the community is public, how a meetup is now. Joins the transaction. */
@ApplicationScoped
class Announcements {

    private final Outbox outbox;

    Announcements(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Nobody hears of what others do not see. */
    Uni<Void> changed(Meetup meetup, Visibility visibility) {
        if (!meetup.isPublished() || !meetup.isShown()) {
            return Uni.createFrom().voidItem();
        }
        meetup.tell();
        return visibility == Visibility.PUBLIC && meetup.hasText()
                ? outbox.publish(meetup.published(visibility), meetup.forPartners())
                : outbox.publish(meetup.published(visibility));
    }

    /** Partners forget a meetup they could read before and may no longer. */
    Uni<Void> seenByOthers(Meetup meetup, Visibility visibility) {
        return changed(meetup, visibility)
                .chain(() -> visibility == Visibility.PUBLIC
                        ? Uni.createFrom().voidItem()
                        : outbox.erase(PublicMeetup.class, meetup.id));
    }

    /** Others could see it and see it no more. */
    Uni<Void> withheld(Meetup meetup, Visibility visibility) {
        meetup.tell();
        return outbox.publish(meetup.withheld()).chain(() -> forgottenByPartners(meetup, visibility));
    }

    /** Nobody has heard of a draft, so nobody hears that it is cancelled; of what waited for judgement those have who judge. */
    Uni<Void> cancelled(Meetup meetup, boolean wasDraft, Visibility visibility) {
        if (wasDraft) {
            return Uni.createFrom().voidItem();
        }
        meetup.tell();
        return outbox.publish(meetup.cancelled()).chain(() -> forgottenByPartners(meetup, visibility));
    }

    /** Other services replace what they know by nothing, and partners forget it. */
    Uni<Void> textLost(Meetup meetup, Visibility visibility) {
        if (!meetup.isShown()) {
            return Uni.createFrom().voidItem();
        }
        meetup.tell();
        return outbox.publish(meetup.published(visibility)).chain(() -> forgottenByPartners(meetup, visibility));
    }

    private Uni<Void> forgottenByPartners(Meetup meetup, Visibility visibility) {
        return visibility == Visibility.PUBLIC
                ? outbox.erase(PublicMeetup.class, meetup.id)
                : Uni.createFrom().voidItem();
    }
}
