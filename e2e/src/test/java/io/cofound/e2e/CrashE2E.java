package io.cofound.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.cofound.contracts.Event;
import io.cofound.contracts.Topics;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.PublicPost;
import io.cofound.contracts.moderation.DecisionMade;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A process is killed with SIGKILL in the middle of 200 posts; nothing acknowledged is lost and nothing is done twice. */
@WholeStack
class CrashE2E {

    private static final int POSTS = 200;
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Cofound cofound;

    CrashE2E(Cofound cofound) {
        this.cofound = cofound;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-service",
                "moderation-service",
                "gateway",
                "kafka",
                // who only listens to what becomes of posts
                "community-service matching-service event-service"
            })
    void no_acknowledged_post_is_lost_and_each_is_decided_once(String names) throws Exception {
        List<String> victims = List.of(names.split(" "));
        String community = cofound.as("ada")
                .body(Map.of("name", "Crash of " + names))
                .post("/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Set<UUID> acknowledged = postWhileKilling(victims, community);

        assertThat(acknowledged).hasSize(POSTS);
        victims.forEach(cofound.stack()::awaitReady);
        try (Topic posts = Topic.internal(cofound, Topics.POST);
                Topic decisions = Topic.internal(cofound, Topics.DECISION);
                Topic partners = Topic.asPartner(cofound, Topics.PUBLIC_CONTENT)) {
            await().atMost(PATIENCE).until(() -> outcomes(posts, acknowledged).size() >= POSTS);

            assertThat(once(posts, PostSubmitted.class, PostSubmitted::postId, acknowledged))
                    .hasSize(POSTS);
            assertThat(once(decisions, DecisionMade.class, DecisionMade::subjectId, acknowledged))
                    .hasSize(POSTS);
            assertThat(outcomes(posts, acknowledged)).doesNotHaveDuplicates().hasSize(POSTS);
            Set<UUID> published = new HashSet<>(once(posts, PostPublished.class, PostPublished::postId, acknowledged));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            new HashSet<>(once(partners, PublicPost.class, PublicPost::postId, acknowledged)))
                    .isEqualTo(published));
        }
        for (UUID post : acknowledged) {
            assertThat(cofound.as("ada")
                            .get("/posts/" + post)
                            .then()
                            .statusCode(200)
                            .extract()
                            .<String>path("state"))
                    .isNotEqualTo("PENDING");
        }
    }

    /** Each writer repeats a post, with the same Idempotency-Key, until it is acknowledged, as a good client does. */
    private Set<UUID> postWhileKilling(List<String> victims, String community) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Future<UUID>> answers = new ArrayList<>();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < POSTS; i++) {
                answers.add(writers.submit(() -> {
                    UUID post = submit(community, next.incrementAndGet());
                    done.incrementAndGet();
                    return post;
                }));
            }
            await().atMost(PATIENCE).until(() -> done.get() >= POSTS / 3);
            victims.forEach(cofound.stack()::kill);
        }
        Set<UUID> acknowledged = new HashSet<>();
        for (Future<UUID> answer : answers) {
            acknowledged.add(answer.get());
        }
        return acknowledged;
    }

    private UUID submit(String community, int number) {
        String key = community + "-" + number;
        Map<String, Object> post = Map.of(
                "type",
                "QUESTION",
                "title",
                number % 2 == 0 ? "第 " + number + " 个问题：怎么定价" : "Question " + number + ": how do you price",
                "body",
                number % 2 == 0
                        ? "我们做的是给小工厂用的排产软件，按设备数收费还是按人数收费更合适？想听听大家的经验。"
                        : "We sell scheduling software to small factories. Would you charge by machine or by seat?",
                "tags",
                List.of());
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(
                        () -> {
                            Response response = cofound.as("ada")
                                    .header("Idempotency-Key", key)
                                    .body(post)
                                    .post("/communities/" + community + "/posts");
                            return response.statusCode() == 201 ? UUID.fromString(response.path("id")) : null;
                        },
                        id -> id != null);
    }

    private static List<UUID> outcomes(Topic posts, Collection<UUID> wanted) {
        List<UUID> outcomes = new ArrayList<>(once(posts, PostPublished.class, PostPublished::postId, wanted));
        outcomes.addAll(once(posts, PostHeld.class, PostHeld::postId, wanted));
        outcomes.addAll(once(posts, PostRejected.class, PostRejected::postId, wanted));
        return outcomes;
    }

    /** The posts that events of a type are about, each as often as there are different events, not redeliveries. */
    private static <E extends Event> List<UUID> once(
            Topic topic, Class<E> type, Function<E, UUID> post, Collection<UUID> wanted) {
        return topic.events(type).stream()
                .filter(told -> wanted.contains(post.apply(told.event())))
                .map(told -> new Topic.Told<>(told.id(), post.apply(told.event())))
                .collect(toSet())
                .stream()
                .map(Topic.Told::event)
                .toList();
    }
}
