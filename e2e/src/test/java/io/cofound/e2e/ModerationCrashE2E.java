package io.cofound.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.cofound.contracts.Topics;
import io.restassured.response.Response;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Each round takes a post through moderation and kills one process at one step of it. In the end each post has exactly
 * one final ruling, whatever is known of it anywhere agrees with that, and nothing is stuck.
 */
@WholeStack
class ModerationCrashE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final List<String> DATABASES = List.of("community", "content", "event", "matching", "moderation");
    /** One of those whose first six kills are of six moments. */
    private static final long SEED = 20261402;

    /** A moment of which another process has to do its part within two minutes may fail to come once in so many. */
    private static final int ROUNDS_FOR_A_MISS = 50;

    /** As many posts are on their way at once, so that a process dies in the middle of others' work, too. */
    private static final int LANES = 3;

    private final Cofound cofound;
    private final Map<UUID, Story> stories = new ConcurrentHashMap<>();
    private ModerationPeople people;

    ModerationCrashE2E(Cofound cofound) {
        this.cofound = cofound;
    }

    @Test
    void six_rounds() throws Exception {
        prove(6);
    }

    /** Every kind of blow once, and then some again. */
    @Test
    @Tag("prove")
    void a_hundred_rounds() throws Exception {
        prove(Integer.getInteger("cofound.prove.rounds", 100));
    }

    private void prove(int rounds) throws Exception {
        Random random = new Random(SEED);
        long begun = System.nanoTime();
        long deadLetters = deadLetters();
        people = new ModerationPeople(cofound, "Crashes of " + rounds);
        List<Blow> dealt;
        Map<Blow, String> missed;
        try (Killer killer = new Killer(cofound, random)) {
            playAll(Blow.plan(rounds, random), random, killer);
            dealt = killer.dealt();
            missed = killer.missed();
            killer.awaitAllReady();
        }
        long played = System.nanoTime();

        missed.forEach((blow, seen) -> System.out.println("not in time: " + blow + ": " + seen));
        assertThat(stories).hasSize(rounds);
        try (Agreement agreement = new Agreement(cofound)) {
            stories.forEach((post, story) ->
                    await(post + " " + story).atMost(PATIENCE).untilAsserted(() -> agreement.check(post, story)));
        }
        await("lists").atMost(PATIENCE).untilAsserted(this::listsAgree);
        await("nothing stuck").atMost(PATIENCE).untilAsserted(this::nothingIsStuck);
        assertThat(deadLetters()).as("dead letters").isEqualTo(deadLetters);
        assertThat(missed).as("moments that did not come in time").hasSizeLessThanOrEqualTo(rounds / ROUNDS_FOR_A_MISS);
        report(dealt, Duration.ofNanos(played - begun), Duration.ofNanos(System.nanoTime() - played));
    }

    private void playAll(List<Blow> blows, Random random, Killer killer) throws Exception {
        List<Future<?>> rounds = new ArrayList<>();
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            for (int i = 0; i < blows.size(); i++) {
                int number = i;
                Blow blow = blows.get(i);
                Story story = blow.story(random);
                rounds.add(lanes.submit(() -> play(number, story, blow, killer)));
            }
            for (Future<?> round : rounds) {
                try {
                    round.get();
                } catch (Exception e) {
                    lanes.shutdownNow();
                    throw e;
                }
            }
        }
    }

    private Void play(int number, Story story, Blow blow, Killer killer) throws Exception {
        UUID post = null;
        try {
            for (Step step : story.steps()) {
                UUID known = post;
                if (known != null) {
                    people.awaitTurn(step, known, story);
                }
                post = step == blow.step().request()
                        ? killer.kill(blow, () -> people.act(step, known, story, number))
                        : people.act(step, known, story, number);
                stories.put(post, story);
            }
            return null;
        } catch (Exception | AssertionError e) {
            throw new AssertionError("round %d: %s of %s, with %s".formatted(number, story, post, blow), e);
        }
    }

    private void listsAgree() {
        Set<UUID> visible = stories.keySet().stream()
                .filter(post -> stories.get(post).isVisible())
                .collect(toSet());
        assertThat(listed("/communities/" + people.community() + "/posts?"))
                .as("the community's posts")
                .containsExactlyInAnyOrderElementsOf(visible);
        assertThat(listed("/feed?communityId=" + people.community() + "&"))
                .as("the feed")
                .containsExactlyInAnyOrderElementsOf(visible);
        assertThat(Rows.value(
                        cofound,
                        "community",
                        "select count(*) from published_post where not removed and community_id = '%s'"
                                .formatted(people.community())))
                .as("posts that are counted in the community")
                .isEqualTo("" + visible.size());
        assertThat(Rows.value(
                        cofound,
                        "community",
                        "select coalesce(sum(posts), 0) from activity_day where community_id = '%s'"
                                .formatted(people.community())))
                .as("posts that were ever seen, added up by day")
                .isEqualTo(""
                        + stories.values().stream()
                                .filter(Story::wasEverVisible)
                                .count());
    }

    private List<UUID> listed(String path) {
        List<UUID> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = cofound.anonymous().get(path + "limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.jsonPath().<String>getList("items.id").forEach(id -> listed.add(UUID.fromString(id)));
            cursor = page.path("nextCursor");
        }
        return listed;
    }

    private void nothingIsStuck() {
        DATABASES.forEach(service -> assertThat(Rows.of(cofound, service, "select id from outbox"))
                .as("outbox of " + service)
                .isEmpty());
        assertThat(Rows.of(
                        cofound,
                        "moderation",
                        "select id from pending_review where community_id = '%s'".formatted(people.community())))
                .as("waiting for the language model")
                .isEmpty();
    }

    private long deadLetters() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cofound.internalListener()))) {
            return admin
                    .listOffsets(Topics.ALL.stream()
                            .map(topic -> new TopicPartition(topic.deadLetters(), 0))
                            .collect(toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    private void report(List<Blow> dealt, Duration played, Duration agreed) {
        System.out.printf(
                "%d rounds in %d s, then agreed after %d s%n", dealt.size(), played.toSeconds(), agreed.toSeconds());
        for (var grouping : List.<java.util.function.Function<Blow, String>>of(
                Blow::victim, blow -> "" + blow.step(), blow -> "" + blow.moment())) {
            System.out.println(new TreeMap<>(dealt.stream().collect(groupingBy(grouping, counting()))));
        }
        System.out.println(new TreeMap<>(stories.values().stream().collect(groupingBy(story -> story, counting()))));
    }
}
