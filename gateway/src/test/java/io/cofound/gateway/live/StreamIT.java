package io.cofound.gateway.live;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.NotificationRaised;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.meetup.RegistrationWaitlisted;
import io.cofound.gateway.BehindTheDoor;
import io.cofound.gateway.RawHttp;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@BehindTheDoor
class StreamIT {

    @TestHTTPResource
    URI gateway;

    @Inject
    LiveStreams streams;

    @Test
    void nobodyListensWithoutSigningIn() {
        given().get("/api/v1/stream")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("urn:cofound:problem:unauthenticated"));
    }

    @Test
    void tellsMembersWhatConcernsThemAndNobodyElse() throws Exception {
        // Given a hidden community to which mei belongs and bo does not
        UUID guild = UUID.randomUUID();
        try (Publisher publisher = new Publisher();
                Listener ada = listener(Person.ADA);
                Listener mei = listener(Person.MEI);
                Listener bo = listener(Person.BO)) {
            publisher.publish(hidden(guild));
            publisher.publish(new MembershipGranted(
                    UUID.randomUUID(), 1, guild, Person.MEI.id(), CommunityRole.MEMBER, Instant.now()));

            // When ada's posts are held, published there, and published in public
            UUID held = UUID.randomUUID();
            UUID event = UUID.randomUUID();
            publisher.publish(submitted(guild, "a secret title"));
            publisher.publish(
                    new PostHeld(UUID.randomUUID(), held, 1, guild, Person.ADA.id(), UUID.randomUUID(), Instant.now()));
            Awaitility.await("mei's membership").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                publisher.publish(published(guild, Visibility.HIDDEN, "for members"));
                assertThat(mei.heard("for members")).isTrue();
            });
            publisher.publish(new RegistrationWaitlisted(
                    UUID.randomUUID(), 1, UUID.randomUUID(), guild, Person.BO.id(), 3, Instant.now()));
            publisher.publish(event, published(UUID.randomUUID(), Visibility.PUBLIC, "for everybody"));

            // Then
            ada.awaitLine("for everybody");
            mei.awaitLine("for everybody");
            bo.awaitLine("for everybody");
            bo.awaitLine("\"position\":3");
            assertThat(ada.lines()).contains("id: " + event, "event: post.published", "event: post.held");
            assertThat(ada.heard(held.toString())).isTrue();
            assertThat(ada.heard("for members")).isTrue();
            assertThat(mei.heard(held.toString())).isFalse();
            assertThat(mei.heard("\"position\"")).isFalse();
            assertThat(bo.heard("for members")).isFalse();
            assertThat(String.join("\n", ada.lines()))
                    .doesNotContain("a secret title", "the whole text")
                    .contains("\"state\":\"HELD\"", "\"state\":\"PUBLISHED\"");
        }
    }

    @Test
    void aNotificationIsToldToItsMemberAloneAndOnlyWhereItIsWantedLive() throws Exception {
        try (Publisher publisher = new Publisher();
                Listener chen = listener(Person.CHEN);
                Listener bo = listener(Person.BO)) {
            // Given
            NotificationRaised quiet = notification(Person.CHEN, false);
            NotificationRaised live = notification(Person.CHEN, true);
            NotificationRaised another = notification(Person.BO, true);

            // When
            publisher.publish(quiet);
            publisher.publish(live);
            publisher.publish(another);

            // Then
            chen.awaitLine(live.notificationId().toString());
            bo.awaitLine(another.notificationId().toString());
            assertThat(chen.lines()).contains("event: notification");
            assertThat(chen.heard(quiet.notificationId().toString())).isFalse();
            assertThat(bo.heard(live.notificationId().toString())).isFalse();
            assertThat(chen.heard("memberId")).isFalse();
        }
    }

    @Test
    void aRecordThatCannotBeReadDoesNotStopTheStream() throws Exception {
        // Given
        PostPublished next = published(UUID.randomUUID(), Visibility.PUBLIC, "after the broken one");
        try (Publisher publisher = new Publisher();
                Listener ada = listener(Person.ADA)) {

            // When
            publisher.publishRaw(next, "{ broken");
            publisher.publish(next);

            // Then
            ada.awaitLine("after the broken one");
        }
    }

    @Test
    void aStreamWithoutNewsShowsThatItLives() throws Exception {
        try (Listener chen = listener(Person.CHEN)) {
            chen.awaitLine(": still here");
            assertThat(chen.response().headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(chen.response().headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void aMemberMayListenOnlySoOften() throws Exception {
        // Given
        String token = TestTokens.ofSubject(UUID.randomUUID().toString());
        List<Listener> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                listeners.add(new Listener(gateway, token));
            }

            // Then
            given().header("Authorization", "Bearer " + token)
                    .get("/api/v1/stream")
                    .then()
                    .statusCode(429)
                    .body("type", equalTo("urn:cofound:problem:too-many-streams"));

            // When one goes away
            listeners.removeLast().close();

            // Then there is room again
            Awaitility.await("room").atMost(Duration.ofSeconds(20)).until(() -> {
                Listener again = new Listener(gateway, token);
                listeners.add(again);
                return again.response().statusCode() == 200;
            });
        } finally {
            listeners.forEach(Listener::close);
        }
    }

    @Test
    void aStreamEndsWithTheTokenItWasOpenedWith() throws Exception {
        // Given
        try (Listener chen = listener(Person.CHEN)) {
            chen.awaitLine("retry: ");

            // When
            streams.beat(Instant.now().plus(Duration.ofHours(2)));

            // Then
            chen.awaitEnd();
            assertThat(chen.lines()).contains("event: expired");
        }
    }

    @Test
    void whoReadsTooSlowlyIsToldSoAndLetGo() {
        // Given a client that does not read
        UUID member = UUID.randomUUID();
        Buffer event = ServerSentEvent.of("1", "test", "x".repeat(16 << 10));
        String request = "GET /api/v1/stream HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer "
                + TestTokens.ofSubject(member.toString()) + "\r\n\r\n";
        try (RawHttp slow = new RawHttp(gateway).send(request)) {
            slow.readUntil("retry: ");

            // When there is more news than fits between the two
            AtomicInteger sent = new AtomicInteger();
            Awaitility.await("news").pollInterval(Duration.ofMillis(5)).until(() -> {
                for (int i = 0; i < 50; i++) {
                    streams.send(new Audience.Only(member), null, event);
                }
                return sent.addAndGet(50) >= 1000;
            });

            // Then
            slow.readUntil("event: overflow");
            slow.readUntil("\r\n0\r\n");
        }
    }

    private Listener listener(Person person) throws Exception {
        return new Listener(gateway, TestTokens.of(person));
    }

    private static NotificationRaised notification(Person person, boolean live) {
        return new NotificationRaised(
                UUID.randomUUID(),
                person.id(),
                NotificationKind.POST_HELD,
                null,
                UUID.randomUUID(),
                live,
                Instant.now());
    }

    private static CommunityCreated hidden(UUID community) {
        return new CommunityCreated(
                community,
                1,
                "Guild",
                "",
                "",
                Visibility.HIDDEN,
                Joining.INVITATION,
                ModerationMode.PRE,
                "en",
                Person.ADA.id(),
                Instant.now());
    }

    private static PostSubmitted submitted(UUID community, String title) {
        return new PostSubmitted(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                community,
                Person.ADA.id(),
                PostType.NEWS,
                title,
                "the whole text",
                null,
                null,
                null,
                List.of(),
                "en",
                Instant.now());
    }

    private static PostPublished published(UUID community, Visibility visibility, String title) {
        return new PostPublished(
                UUID.randomUUID(),
                1,
                community,
                Person.ADA.id(),
                PostType.NEWS,
                title,
                "the whole text",
                null,
                null,
                null,
                List.of(),
                "en",
                Person.ADA.displayName(),
                visibility,
                Instant.now());
    }
}
