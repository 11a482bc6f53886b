package io.cofound.community.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.NotificationRaised;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class NotificationIT {

    private final UUID member = UUID.randomUUID();
    private final UUID community = UUID.randomUUID();
    private final Api api = new Api(member);

    @Inject
    Notifications notifications;

    @Inject
    Retention retention;

    @Test
    void the_same_occasion_is_told_once() throws Throwable {
        raise(NotificationKind.ROLE_CHANGED, "role:1");
        raise(NotificationKind.ROLE_CHANGED, "role:1");
        raise(NotificationKind.ROLE_CHANGED, "role:2");

        assertThat(api.notifications().getList("items")).hasSize(2);
        try (var topic = new TopicReader(Topics.NOTIFICATION)) {
            List<String> listed = api.notifications().getList("items.id");
            listed.forEach(id -> topic.await(
                    NotificationRaised.class, e -> e.notificationId().equals(UUID.fromString(id))));
            assertThat(topic.events(NotificationRaised.class))
                    .filteredOn(e -> e.memberId().equals(member))
                    .hasSize(2)
                    .allMatch(NotificationRaised::live);
        }
    }

    @Test
    void the_same_occasion_from_many_sides_at_once_is_told_once() throws Throwable {
        Callable<Void> side = () -> {
            try {
                raise(NotificationKind.ROLE_CHANGED, "role:1");
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
            return null;
        };

        try (var sides = Executors.newFixedThreadPool(8)) {
            for (var ended : sides.invokeAll(Collections.nCopies(24, side))) {
                ended.get();
            }
        }

        assertThat(api.notifications().getList("items")).hasSize(1);
    }

    @Test
    void the_list_goes_on_where_it_stopped_latest_first_and_counts_what_is_unread() throws Throwable {
        for (int i = 0; i < 5; i++) {
            raise(NotificationKind.FOLLOWED, "followed:" + i);
        }

        var first = api.read("/notifications?limit=3");
        var second = api.read("/notifications?limit=3&cursor=" + first.getString("nextCursor"));

        assertThat(first.getInt("unreadCount")).isEqualTo(5);
        assertThat(first.getList("items.raisedAt", String.class)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(second.getList("items")).hasSize(2);
        assertThat(second.getString("nextCursor")).isNull();
        assertThat(second.getList("items.id")).doesNotContainAnyElementsOf(first.getList("items.id"));
    }

    @Test
    void what_is_read_stays_in_the_list_and_leaves_the_unread() throws Throwable {
        raise(NotificationKind.FOLLOWED, "followed:1");
        raise(NotificationKind.BANNED, "ban:1");
        String id = api.notifications().getString("items[1].id");

        String readAt = api.request()
                .put("/notifications/{id}/read", id)
                .then()
                .statusCode(200)
                .extract()
                .path("readAt");
        api.request().put("/notifications/{id}/read", id).then().statusCode(200).body("readAt", equalTo(readAt));

        assertThat(api.notifications().getList("items")).hasSize(2);
        assertThat(api.notifications().getInt("unreadCount")).isEqualTo(1);
        assertThat(api.read("/notifications?unread=true").getList("items.kind")).containsExactly("BANNED");
    }

    @Test
    void all_are_read_up_to_what_the_member_has_seen() throws Throwable {
        raise(NotificationKind.FOLLOWED, "followed:1");
        String seen = api.notifications().getString("items[0].raisedAt");
        raise(NotificationKind.BANNED, "ban:1");

        api.request()
                .body("{\"until\": \"%s\"}".formatted(seen))
                .post("/notifications/read")
                .then()
                .statusCode(204);

        assertThat(api.read("/notifications?unread=true").getList("items.kind")).containsExactly("BANNED");
        api.request().body("{}").post("/notifications/read").then().statusCode(400);
    }

    @Test
    void what_belongs_to_others_is_not_there() throws Throwable {
        raise(NotificationKind.FOLLOWED, "followed:1");
        String id = api.notifications().getString("items[0].id");
        Api stranger = new Api(UUID.randomUUID());

        stranger.request().put("/notifications/{id}/read", id).then().statusCode(404);
        assertThat(stranger.notifications().getList("items")).isEmpty();
        for (String path : List.of("notifications", "notification-preferences", "digests")) {
            given().get("/api/v1/me/" + path).then().statusCode(401);
        }
    }

    @Test
    void nothing_is_kept_of_a_kind_the_member_does_not_want_at_all() throws Throwable {
        api.prefer("FOLLOWED", false, false, false);
        raise(NotificationKind.FOLLOWED, "followed:1");
        raise(NotificationKind.BANNED, "ban:1");

        assertThat(api.notifications().getList("items.kind")).containsExactly("BANNED");
        // The occasion was not used up by what was not kept.
        api.prefer("FOLLOWED", true, false, false);
        raise(NotificationKind.FOLLOWED, "followed:1");
        assertThat(api.notifications().getList("items.kind")).containsExactly("FOLLOWED", "BANNED");
    }

    @Test
    void what_is_wanted_live_alone_is_sent_once_and_not_listed() throws Throwable {
        api.prefer("FOLLOWED", false, true, false);
        raise(NotificationKind.FOLLOWED, "followed:1");
        raise(NotificationKind.FOLLOWED, "followed:1");
        raise(NotificationKind.BANNED, "ban:1");

        assertThat(api.notifications().getList("items.kind")).containsExactly("BANNED");
        try (var topic = new TopicReader(Topics.NOTIFICATION)) {
            topic.await(
                    NotificationRaised.class, e -> e.memberId().equals(member) && e.kind() == NotificationKind.BANNED);
            assertThat(topic.events(NotificationRaised.class))
                    .filteredOn(e -> e.memberId().equals(member) && e.kind() == NotificationKind.FOLLOWED)
                    .singleElement()
                    .matches(NotificationRaised::live);
        }
    }

    @Test
    void preferences_have_defaults_and_go_back_to_them() {
        assertThat(api.read("/notification-preferences").getBoolean("kinds.FOLLOWED.live"))
                .isFalse();
        assertThat(api.read("/notification-preferences").getMap("kinds")).hasSize(NotificationKind.values().length);

        api.prefer("FOLLOWED", true, true, true);
        assertThat(api.read("/notification-preferences").getBoolean("kinds.FOLLOWED.live"))
                .isTrue();

        api.prefer("BANNED", false, false, true);
        assertThat(api.read("/notification-preferences").getBoolean("kinds.FOLLOWED.live"))
                .isFalse();
        assertThat(api.read("/notification-preferences").getBoolean("kinds.BANNED.inApp"))
                .isFalse();
    }

    @Test
    void a_preference_that_is_none_is_a_clear_problem() {
        for (String body : List.of(
                "{\"kinds\": {\"WEATHER\": {\"inApp\": true, \"live\": true, \"digest\": true}}}",
                "{\"kinds\": {\"FOLLOWED\": {\"inApp\": true}}}",
                "{\"kinds\": {\"FOLLOWED\": null}}",
                "{}")) {
            api.request()
                    .body(body)
                    .put("/notification-preferences")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void what_was_read_goes_after_three_months_and_everything_after_a_year() throws Throwable {
        for (String occasion : List.of("read-old", "unread-old", "unread-ancient", "read-new")) {
            raise(NotificationKind.FOLLOWED, occasion);
        }
        age("read-old", 91, true);
        age("unread-old", 91, false);
        age("unread-ancient", 366, false);
        age("read-new", 89, true);

        VertxContextSupport.subscribeAndAwait(() -> retention.run(Instant.now()));

        assertThat(occasions()).containsExactlyInAnyOrder("unread-old", "read-new");
    }

    private void raise(NotificationKind kind, String occasion) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(
                () -> notifications.raise(member, kind, community, UUID.randomUUID(), occasion)));
    }

    private void age(String occasion, int days, boolean read) throws Throwable {
        Instant raisedAt = Instant.now().minus(Duration.ofDays(days));
        VertxContextSupport.subscribeAndAwait(
                () -> Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                "update notification set raised_at = ?1, read_at = case"
                                        + " when cast(?2 as boolean) then cast(?1 as timestamptz) end where member_id = ?3 and occasion = ?4")
                        .setParameter(1, raisedAt)
                        .setParameter(2, read)
                        .setParameter(3, member)
                        .setParameter(4, occasion)
                        .executeUpdate())));
    }

    private List<String> occasions() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                "select occasion from notification where member_id = ?1", String.class)
                        .setParameter(1, member)
                        .getResultList())));
    }
}
