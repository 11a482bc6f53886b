package io.cofound.gateway.live;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofound.contracts.Event;
import io.cofound.contracts.community.NotificationRaised;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.MeetupPublished;
import io.cofound.contracts.meetup.RegistrationCancelled;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationWaitlisted;
import io.cofound.gateway.live.Audience.Everyone;
import io.cofound.gateway.live.Audience.Only;
import io.cofound.gateway.live.Audience.Readers;

/**
 * An event as a live stream tells it.
 *
 * @param name the SSE event's name, {@code <thing>.<what happened>} or {@code notification}
 * @param audience who may hear of it
 */
record News(String name, Audience audience, Event event) {

    /**
     * The fields of events that are told: enough to show that something happened and to fetch it. Texts are fetched,
     * which decides again on who may read them, and a field that an event gains later stays untold until it is here.
     */
    static final Set<String> TOLD = Set.of(
            "postId",
            "communityId",
            "authorId",
            "authorName",
            "decisionId",
            "revision",
            "type",
            "title",
            "tags",
            "language",
            "meetupId",
            "organiserId",
            "mode",
            "startsAt",
            "endsAt",
            "timeZone",
            "capacity",
            "registrationId",
            "memberId",
            "position",
            "promoted",
            "opportunityId",
            "kind",
            "category",
            "publishedAt",
            "heldAt",
            "rejectedAt",
            "removedAt",
            "confirmedAt",
            "waitlistedAt",
            "cancelledAt",
            "closedAt");

    /** A notification as {@code GET /me/notifications} lists it. */
    private static final Set<String> TOLD_OF_NOTIFICATIONS =
            Set.of("id", "kind", "communityId", "subjectId", "raisedAt");

    /** Empty for what a live stream does not tell. */
    static Optional<News> of(Event event) {
        News news =
                switch (event) {
                    case PostPublished e ->
                        new News("post.published", new Readers(e.communityId(), e.authorId(), e.visibility()), e);
                    case PostHeld e -> new News("post.held", new Only(e.authorId()), e);
                    case PostRejected e -> new News("post.rejected", new Only(e.authorId()), e);
                    case PostRemoved e
                    when e.publishedAt() == null -> new News("post.removed", new Only(e.authorId()), e);
                    case PostRemoved e -> new News("post.removed", new Readers(e.communityId(), e.authorId(), null), e);
                    case MeetupPublished e ->
                        new News("meetup.published", new Readers(e.communityId(), e.organiserId(), e.visibility()), e);
                    case MeetupCancelled e -> new News("meetup.cancelled", new Readers(e.communityId(), null, null), e);
                    case RegistrationConfirmed e -> new News("registration.confirmed", new Only(e.memberId()), e);
                    case RegistrationWaitlisted e -> new News("registration.waitlisted", new Only(e.memberId()), e);
                    case RegistrationCancelled e -> new News("registration.cancelled", new Only(e.memberId()), e);
                    case OpportunityPublished e -> new News("opportunity.published", new Everyone(), e);
                    case OpportunityClosed e -> new News("opportunity.closed", new Everyone(), e);
                    case NotificationRaised e when e.live() -> new News("notification", new Only(e.memberId()), e);
                    default -> null;
                };
        return Optional.ofNullable(news);
    }

    /** What is told of the event, as JSON. */
    ObjectNode data(ObjectMapper json) {
        ObjectNode data = json.valueToTree(event);
        if (event instanceof NotificationRaised) {
            data.set("id", data.get("notificationId"));
            return data.retain(TOLD_OF_NOTIFICATIONS);
        }
        data.retain(TOLD);
        return data.put("state", state());
    }

    /** What the thing is now, as the API names it: {@code PUBLISHED}, {@code HELD}, {@code WAITLISTED}, … */
    private String state() {
        return name.substring(name.indexOf('.') + 1).toUpperCase(Locale.ROOT);
    }
}
