package io.cofound.community.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.DigestPrepared;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class DigestIT {

    private static final Duration DAY = Duration.ofDays(1);

    private final UUID member = UUID.randomUUID();
    private final Api api = new Api(member);
    private final Instant tomorrow = Instant.now().plus(DAY);

    @Inject
    Notifications notifications;

    @Inject
    DigestPreparation digests;

    @Test
    void a_digest_holds_what_is_unread_and_wanted_oldest_first() throws Throwable {
        raise(List.of(member), NotificationKind.ROLE_CHANGED, "role:1");
        raise(List.of(member), NotificationKind.POST_PUBLISHED, "post-published:1");
        raise(List.of(member), NotificationKind.FOLLOWED, "followed:1");
        raise(List.of(member), NotificationKind.BANNED, "ban:1");
        String read = api.notifications().getString("items[1].id");
        api.request().put("/notifications/{id}/read", read).then().statusCode(200);

        prepare(tomorrow);

        assertThat(api.digests().getList("items")).hasSize(1);
        assertThat(api.digests().getList("items[0].notifications.kind")).containsExactly("ROLE_CHANGED", "BANNED");
        try (var topic = new TopicReader(Topics.DIGEST)) {
            DigestPrepared prepared =
                    topic.await(DigestPrepared.class, e -> e.memberId().equals(member));
            assertThat(prepared.notificationIds())
                    .extracting(UUID::toString)
                    .isEqualTo(api.digests().getList("items[0].notifications.id"));
        }
    }

    @Test
    void a_notification_is_in_one_digest_and_a_day_has_one() throws Throwable {
        raise(List.of(member), NotificationKind.BANNED, "ban:1");
        prepare(tomorrow);
        raise(List.of(member), NotificationKind.BANNED, "ban:2");
        prepare(tomorrow);
        assertThat(api.digests().getList("items")).hasSize(1);

        prepare(tomorrow.plus(DAY));

        assertThat(api.digests().getList("items")).hasSize(2);
        assertThat(api.digests().getList("items.collect { it.notifications.size() }", Integer.class))
                .containsOnly(1);
        assertThat(api.digests().getList("items.notifications.flatten().id"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void what_was_raised_after_the_hour_waits_for_the_next_day() throws Throwable {
        raise(List.of(member), NotificationKind.BANNED, "ban:1");

        prepare(Instant.now().minus(DAY));

        assertThat(api.digests().getList("items")).isEmpty();
    }

    @Test
    void who_turns_the_digest_off_is_not_sent_what_waited_for_it() throws Throwable {
        raise(List.of(member), NotificationKind.BANNED, "ban:1");
        api.prefer("BANNED", true, true, false);

        prepare(tomorrow);

        assertThat(api.digests().getList("items")).isEmpty();
        assertThat(api.notifications().getList("items")).hasSize(1);
    }

    @Test
    void several_instances_at_once_prepare_one_digest_for_each_member() throws Throwable {
        List<UUID> members =
                Stream.generate(UUID::randomUUID).limit(700).sorted().toList();
        for (int i = 0; i < 4; i++) {
            raise(members, NotificationKind.BANNED, "ban:" + i);
        }

        try (var instances = Executors.newFixedThreadPool(4)) {
            Callable<Void> instance = () -> {
                run(tomorrow);
                return null;
            };
            for (var ended : instances.invokeAll(List.of(instance, instance, instance, instance))) {
                ended.get();
            }
        }

        try (var topic = new TopicReader(Topics.DIGEST)) {
            var wanted = members.stream().collect(Collectors.toSet());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> topic.events(DigestPrepared.class).stream()
                                    .filter(e -> wanted.contains(e.memberId()))
                                    .count()
                            >= members.size());
            assertThat(topic.events(DigestPrepared.class))
                    .filteredOn(e -> wanted.contains(e.memberId()))
                    .hasSize(members.size())
                    .allMatch(e -> e.notificationIds().size() == 4)
                    .extracting(DigestPrepared::memberId)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void who_comes_after_a_crash_in_the_middle_finishes_the_day() throws Throwable {
        UUID served = UUID.randomUUID();
        raise(List.of(served), NotificationKind.BANNED, "ban:1");
        prepare(tomorrow);
        raise(List.of(served, member), NotificationKind.BANNED, "ban:2");

        prepare(tomorrow);

        assertThat(api.digests().getList("items")).hasSize(1);
        assertThat(new Api(served).digests().getList("items.notifications.flatten()"))
                .hasSize(1);
    }

    @Test
    void more_than_a_digest_holds_goes_into_the_next_days() throws Throwable {
        for (int chunk = 0; chunk < 3; chunk++) {
            int first = chunk * 700;
            VertxContextSupport.subscribeAndAwait(() ->
                    Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery("""
                                    insert into notification
                                        (id, member_id, kind, occasion, in_app, digest, raised_at)
                                    select gen_random_uuid(), ?1, 'BANNED', 'ban:' || n, true, true, now()
                                    from generate_series(cast(?2 as int), cast(?3 as int)) as n""")
                            .setParameter(1, member)
                            .setParameter(2, first)
                            .setParameter(3, first + 699)
                            .executeUpdate())));
        }

        prepare(tomorrow);
        prepare(tomorrow.plus(DAY));

        assertThat(api.digests().getList("items.collect { it.notifications.size() }", Integer.class))
                .containsExactly(100, DigestPreparation.BATCH);
    }

    private void raise(List<UUID> members, NotificationKind kind, String occasion) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() ->
                Panache.withTransaction(() -> notifications.raise(members, kind, null, UUID.randomUUID(), occasion)));
    }

    private void prepare(Instant at) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> digests.run(at));
    }

    private void run(Instant at) {
        try {
            prepare(at);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
