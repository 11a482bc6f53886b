package io.cofound.content.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PublicPost;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How soon partners hear that a post is gone. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class TombstoneIT {

    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final int POSTS = 10;

    private final ContentScenario scenario = new ContentScenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void a_removed_post_is_a_tombstone_for_partners_within_two_seconds() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        List<Duration> latencies = new ArrayList<>();
        try (var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            for (int i = 0; i < POSTS; i++) {
                UUID post = scenario.posted(Person.ADA, community, "Soon gone");
                partners.await(PublicPost.class, shared -> shared.postId().equals(post));

                ContentScenario.as(Person.ADA)
                        .delete("/api/v1/posts/" + post)
                        .then()
                        .statusCode(204);

                long answered = System.nanoTime();
                Awaitility.await("tombstone")
                        .atMost(PROMISED)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> isTombstone(partners, post));
                latencies.add(Duration.ofNanos(System.nanoTime() - answered));
            }
        }
        latencies.sort(null);
        System.out.printf(
                "Tombstone after the answer to DELETE: median %d ms, worst %d ms of %d%n",
                latencies.get(POSTS / 2).toMillis(), latencies.getLast().toMillis(), POSTS);
    }

    private static boolean isTombstone(TopicReader partners, UUID post) {
        return partners.records().stream()
                .filter(record -> record.key().equals(post.toString()))
                .reduce((earlier, later) -> later)
                .filter(last -> last.value() == null)
                .isPresent();
    }
}
