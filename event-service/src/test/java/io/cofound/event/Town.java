package io.cofound.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.meetup.MeetupPublished;
import io.cofound.contracts.meetup.MeetupSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.Judge;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;
import static org.awaitility.pollinterval.IterativePollInterval.iterative;

/** Communities with the usual people in them, made as community-service makes them, and their meetups. */
final class Town {

    static final Map<Person, CommunityRole> ROLES = Map.of(
            Person.ADA, CommunityRole.OWNER,
            Person.BO, CommunityRole.MODERATOR,
            Person.MEI, CommunityRole.ORGANISER,
            Person.CHEN, CommunityRole.MEMBER);

    /** What reasons quote: not the texts, whose traces in the topic of decisions are moderation-service's to erase. */
    static final String QUOTED = "quoted words";

    private Town() {}

    /** Returns when its meetups can be read. */
    static UUID community(Visibility visibility) {
        UUID id = UUID.randomUUID();
        try (Publisher publisher = new Publisher()) {
            publisher.publish(created(id, visibility));
            ROLES.forEach((person, role) -> publisher.publish(granted(id, person.id(), role)));
        }
        ROLES.keySet().forEach(person -> Awaitility.await()
                .until(() -> as(person).get(meetupsOf(id)).statusCode() == 200));
        return id;
    }

    /** A change of nothing but who may see it. */
    static void show(UUID community, long revision, Visibility visibility) {
        changed(community, revision, visibility, false);
    }

    static void changed(UUID community, long revision, Visibility visibility, boolean archived) {
        try (Publisher publisher = new Publisher()) {
            publisher.publish(new CommunityChanged(
                    community,
                    revision,
                    "出海创业者",
                    "",
                    "",
                    visibility,
                    Joining.OPEN,
                    ModerationMode.PRE,
                    "zh",
                    Person.ADA.id(),
                    archived,
                    Instant.now()));
        }
    }

    /** Returns when this service has done so. */
    static void erase(UUID member, PublicContent choice, Instant requestedAt) {
        UUID erasure = UUID.randomUUID();
        try (Publisher publisher = new Publisher();
                TopicReader erasures = new TopicReader(Topics.ERASURE)) {
            publisher.publish(new ErasureRequested(erasure, member, 5, choice, requestedAt));
            erasures.await(
                    ErasureAcknowledged.class,
                    e -> e.erasureId().equals(erasure) && e.service().equals("event-service"));
        }
    }

    static CommunityCreated created(UUID id, Visibility visibility) {
        return new CommunityCreated(
                id,
                1,
                "出海创业者",
                "",
                "",
                visibility,
                Joining.OPEN,
                ModerationMode.PRE,
                "zh",
                Person.ADA.id(),
                Instant.now());
    }

    static MembershipGranted granted(UUID community, UUID member, CommunityRole role) {
        return new MembershipGranted(UUID.randomUUID(), 1, community, member, role, Instant.now());
    }

    static String meetupsOf(UUID community) {
        return "/api/v1/communities/" + community + "/events";
    }

    static String meetup(UUID community, int capacity) {
        return meetup(community, draft("Demo night", 7, capacity, true));
    }

    /** @return the path of a new meetup of the owner's, whose texts were accepted if it is published */
    static String meetup(UUID community, String draft) {
        String meetup = unjudged(community, draft);
        if (as(Person.ADA).get(meetup).path("moderation") != null) {
            UUID id = idOf(meetup);
            Judge.rule(SubjectKind.MEETUP, id, 1, community, Person.ADA.id(), Action.PUBLISH, 1, QUOTED);
            awaitModeration(meetup, "PUBLISHED");
        }
        return meetup;
    }

    /** As above, before anybody has judged its texts. */
    static String unjudged(UUID community, String draft) {
        return "/api/v1/events/"
                + as(Person.ADA)
                        .body(draft)
                        .post(meetupsOf(community))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }

    /** What was written last is accepted. */
    static void accept(String meetup) {
        judge(submitted(meetup), Action.PUBLISH, 1);
        awaitModeration(meetup, "PUBLISHED");
    }

    static void awaitModeration(String meetup, String state) {
        Awaitility.await("moderation of " + meetup)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(iterative(last -> last.multipliedBy(2), Duration.ofMillis(50)))
                .until(() -> as(Person.ADA).get(meetup).path("moderation.state"), state::equals);
    }

    /** The texts of the meetup that were submitted last. */
    static MeetupSubmitted submitted(String meetup) {
        long revision = Awaitility.await("revision")
                .until(() -> as(Person.ADA).get(meetup).<Integer>path("revision"), found -> found != null);
        try (TopicReader meetups = new TopicReader(Topics.MEETUP)) {
            return Awaitility.await("submission")
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> meetups.events(MeetupSubmitted.class).stream()
                                    .filter(e -> e.meetupId().equals(idOf(meetup)) && e.revision() <= revision)
                                    .max(Comparator.comparingLong(MeetupSubmitted::revision)),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }

    static DecisionMade judge(MeetupSubmitted texts, Action action, long ruling) {
        return Judge.rule(
                SubjectKind.MEETUP,
                texts.meetupId(),
                texts.revision(),
                texts.communityId(),
                texts.organiserId(),
                action,
                ruling,
                QUOTED);
    }

    static String draft(String title, int inDays, int capacity, boolean publish) {
        Instant start = Instant.now().plus(Duration.ofDays(inDays));
        return """
                {"title": "%s", "description": "Bring a demo", "mode": "HYBRID", "startsAt": "%s", "endsAt": "%s",
                 "timeZone": "Asia/Shanghai", "capacity": %d, "publish": %b}""".formatted(title, start, start.plus(Duration.ofHours(2)), capacity, publish);
    }

    static UUID idOf(String meetup) {
        return UUID.fromString(meetup.substring(meetup.lastIndexOf('/') + 1));
    }

    static RequestSpecification as(Person person) {
        return with(TestTokens.of(person));
    }

    static RequestSpecification as(UUID member) {
        return with(TestTokens.ofSubject(member.toString()));
    }

    static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON);
    }

    private static RequestSpecification with(String token) {
        return anonymous().auth().oauth2(token);
    }

    static void awaitTombstone(String topic, UUID key) {
        try (var records = new TopicReader(topic)) {
            Awaitility.await("tombstone in " + topic).until(() -> records.records().stream()
                    .filter(record -> record.key().equals(key.toString()))
                    .reduce((earlier, later) -> later)
                    .filter(last -> last.value() == null)
                    .isPresent());
        }
    }

    static boolean heardByPartners(String meetup) {
        try (var partners = new TopicReader(Topics.PUBLIC_MEETUPS)) {
            return partners.records().stream()
                    .anyMatch(record -> record.key().equals(idOf(meetup).toString()) && record.value() != null);
        }
    }

    /** How often others heard of it. */
    static long told(String meetup) {
        try (var meetups = new TopicReader(Topics.MEETUP)) {
            return meetups.events(MeetupPublished.class).stream()
                    .filter(e -> e.meetupId().equals(idOf(meetup)))
                    .count();
        }
    }
}
