package io.cofound.platform.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The batch is read here and not by a channel, which decides by its clock what it takes together. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class BatchIT {

    private static final String POISONOUS = "poisonous";
    private static final UUID COMMUNITY = UUID.randomUUID();

    private final List<String> handled = new ArrayList<>();

    @Inject
    EventReceiver receiver;

    @Test
    void only_the_guilty_record_of_a_batch_becomes_a_dead_letter_and_the_others_keep_their_order() {
        try (var publisher = new Publisher()) {
            IntStream.range(0, 25).forEach(i -> publisher.publish(community("community " + i)));
            publisher.publish(community(POISONOUS));
            publisher.publishRaw(community("malformed"), "{\"communityId\": 12");
            IntStream.range(25, 50).forEach(i -> publisher.publish(community("community " + i)));
        }

        try (var topic = new TopicReader(Topics.COMMUNITY)) {
            receiver.receiveAll(topic.records(), this::handle).await().atMost(Duration.ofSeconds(30));
        }

        assertThat(handled)
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "community " + i).toList());
        try (var letters = new TopicReader(Topics.COMMUNITY + ".dlq")) {
            assertThat(letters.records()).hasSize(2);
        }
    }

    private Uni<Void> handle(List<Received> batch) {
        List<String> names = batch.stream()
                .map(received -> ((CommunityCreated) received.event()).name())
                .toList();
        if (names.contains(POISONOUS)) {
            throw new IllegalStateException("a batch with a poisonous record");
        }
        handled.addAll(names);
        return Uni.createFrom().voidItem();
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
