package io.cofound.contracts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.DigestPrepared;
import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberFollowed;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.MemberUnfollowed;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.NotificationRaised;
import io.cofound.contracts.community.ProfileSubmitted;
import io.cofound.contracts.community.PublicCommunity;
import io.cofound.contracts.community.TrustChanged;
import io.cofound.contracts.content.CommentHeld;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.CommentRejected;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.content.ContentReported;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.PostsRead;
import io.cofound.contracts.content.PublicPost;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.contracts.matching.OpportunitySubmitted;
import io.cofound.contracts.matching.OpportunityWithheld;
import io.cofound.contracts.matching.PublicOpportunity;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.MeetupPublished;
import io.cofound.contracts.meetup.MeetupSubmitted;
import io.cofound.contracts.meetup.MeetupWithheld;
import io.cofound.contracts.meetup.PublicMeetup;
import io.cofound.contracts.meetup.RegistrationCancelled;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationHonoured;
import io.cofound.contracts.meetup.RegistrationMissed;
import io.cofound.contracts.meetup.RegistrationWaitlisted;
import io.cofound.contracts.moderation.AppealDecided;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.ReportOverturned;
import io.cofound.contracts.moderation.ReportUpheld;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

/** Every event type there is, by its name on the wire. */
public final class EventCatalog {

    private static final List<Class<? extends Event>> EVENTS = List.of(
            MemberRegistered.class,
            MemberChanged.class,
            ProfileSubmitted.class,
            CommunityCreated.class,
            CommunityChanged.class,
            MembershipGranted.class,
            MembershipRevoked.class,
            MemberFollowed.class,
            MemberUnfollowed.class,
            TrustChanged.class,
            ConsentsChanged.class,
            NotificationRaised.class,
            DigestPrepared.class,
            PublicCommunity.class,
            PostSubmitted.class,
            PostPublished.class,
            PostHeld.class,
            PostRejected.class,
            PostRemoved.class,
            PublicPost.class,
            CommentSubmitted.class,
            CommentPublished.class,
            CommentHeld.class,
            CommentRejected.class,
            CommentRemoved.class,
            PostsRead.class,
            ContentReported.class,
            DecisionMade.class,
            ReportUpheld.class,
            ReportOverturned.class,
            AppealDecided.class,
            MeetupSubmitted.class,
            MeetupPublished.class,
            MeetupWithheld.class,
            MeetupCancelled.class,
            RegistrationConfirmed.class,
            RegistrationWaitlisted.class,
            RegistrationCancelled.class,
            RegistrationHonoured.class,
            RegistrationMissed.class,
            PublicMeetup.class,
            OpportunitySubmitted.class,
            OpportunityPublished.class,
            OpportunityWithheld.class,
            OpportunityClosed.class,
            PublicOpportunity.class,
            ExportRequested.class,
            ExportGathered.class,
            ErasureRequested.class,
            ErasureAcknowledged.class);

    private static final Map<String, Class<? extends Event>> BY_TYPE =
            EVENTS.stream().collect(toUnmodifiableMap(EventCatalog::typeOf, identity()));

    private EventCatalog() {}

    public static List<Class<? extends Event>> all() {
        return EVENTS;
    }

    /** @return empty for a type this build does not know, as a newer producer may send */
    public static Optional<Class<? extends Event>> byType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static String typeOf(Class<? extends Event> event) {
        return event.getAnnotation(EventType.class).value();
    }

    public static String topicOf(Class<? extends Event> event) {
        return event.getAnnotation(EventType.class).topic();
    }
}
