package io.cofound.platform.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class BatchIT {

    private static final UUID COMMUNITY = UUID.randomUUID();

    @Inject
    BatchEffects effects;

    @Test
    void only_the_guilty_record_of_a_batch_becomes_a_dead_letter_and_the_others_keep_their_order() {
        try (var publisher = new Publisher()) {
            publish(publisher, "first");
            IntStream.range(0, 25).forEach(i -> publish(publisher, "later " + i));
            publish(publisher, BatchEffects.POISONOUS);
            publisher.publishRaw(community("malformed"), "{\"communityId\": 12");
            IntStream.range(25, 50).forEach(i -> publish(publisher, "later " + i));
            publish(publisher, "last");
        }
        effects.release();

        await().atMost(Duration.ofSeconds(30)).until(() -> effects.handled().contains("last"));
        assertThat(effects.handled())
                .startsWith("first")
                .endsWith("last")
                .containsSubsequence(
                        IntStream.range(0, 50).mapToObj(i -> "later " + i).toList())
                .doesNotContain(BatchEffects.POISONOUS, "malformed");
        assertThat(effects.largestFailed()).isGreaterThan(1);
        try (var letters = new TopicReader(Topics.COMMUNITY + ".dlq")) {
            assertThat(letters.records()).hasSize(2);
        }
    }

    private static void publish(Publisher publisher, String name) {
        publisher.publish(community(name));
    }

    /** All of one key, so of one partition and in order. */
    private static CommunityCreated community(String name) {
        return new CommunityCreated(
                COMMUNITY,
                1,
                name,
                "",
                "",
                Visibility.PUBLIC,
                Joining.OPEN,
                ModerationMode.PRE,
                "en",
                Person.ADA.id(),
                Instant.now());
    }
}
