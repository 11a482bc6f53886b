package io.cofound.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;

/** Communities with the usual people in them, made as community-service makes them, and their meetups. */
final class Town {

    static final Map<Person, CommunityRole> ROLES = Map.of(
            Person.ADA, CommunityRole.OWNER,
            Person.BO, CommunityRole.MODERATOR,
            Person.MEI, CommunityRole.ORGANISER,
            Person.CHEN, CommunityRole.MEMBER);

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

    /** @return the path of a new meetup of the owner's */
    static String meetup(UUID community, String draft) {
        return "/api/v1/events/"
                + as(Person.ADA)
                        .body(draft)
                        .post(meetupsOf(community))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
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
}
