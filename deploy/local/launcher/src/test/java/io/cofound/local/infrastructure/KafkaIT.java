package io.cofound.local.infrastructure;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaIT {

    @TempDir
    private static Path dataFolder;

    private static LocalInfrastructure infrastructure;
    private static KafkaCalls services;
    private static KafkaCalls partner;

    @BeforeAll
    static void startKafka() {
        var ports = Ports.free();
        infrastructure = LocalInfrastructure.start(dataFolder, ports, Part.KAFKA);
        var kafka = new Kafka(dataFolder, ports);
        services = KafkaCalls.ofServices(kafka);
        partner = KafkaCalls.ofPartner(kafka, "partner");
        services.createTopic("public.content");
        services.createTopic("content.post");
        services.createTopic("moderation.decision");
    }

    @AfterAll
    static void stopKafka() {
        infrastructure.close();
    }

    @Test
    void aPartnerReadsPublicTopics() {
        // Given a published post
        services.send("public.content", "a published post");

        // When the partner reads the public topic
        var read = partner.readAll("public.content", "partner.crm");

        // Then it is there
        assertThat(read).containsExactly("a published post");
    }

    @Test
    void aPartnerIsRefusedEverythingElse() {
        // Given a post that is not published
        services.send("content.post", "a draft");

        // When the partner asks for more than public topics, then it is refused
        assertThatThrownBy(() -> partner.readAll("content.post", "partner.crm"))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> partner.readAll("public.content", "content-service"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> partner.send("public.content", "forged"))
                .hasRootCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> partner.createTopic("public.forged"))
                .hasRootCauseInstanceOf(AuthorizationException.class);
        assertThat(partner.topics()).containsExactly("public.content");
    }

    @Test
    void aWrongPasswordIsRefused() {
        var stranger = KafkaCalls.ofPartner(new Kafka(dataFolder, infrastructure.ports()), "wrong");

        assertThatThrownBy(() -> stranger.readAll("public.content", "partner.crm"))
                .isInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void aTopicIsNotCreatedByUsingIt() {
        assertThatThrownBy(() -> services.send("content.tpyo", "lost")).isNotNull();
        assertThat(services.topics()).doesNotContain("content.tpyo");
    }

    @Test
    void acknowledgedRecordsOutliveTheBroker() {
        // Given a producer that sends without pause
        var acknowledged = new ConcurrentLinkedQueue<String>();
        try (var producer = services.producer()) {
            IntStream.range(0, 2_000)
                    .forEach(i -> KafkaCalls.send(producer, "moderation.decision", "before " + i, acknowledged::add));

            // When the broker is killed half-way and started again
            infrastructure.process(Part.KAFKA).kill();
            infrastructure.restart(Part.KAFKA);
            IntStream.range(0, 100)
                    .forEach(i -> KafkaCalls.send(producer, "moderation.decision", "after " + i, acknowledged::add));
            producer.flush();
        }

        // Then everything it acknowledged is still there, and it takes new records
        var kept = services.readAll("moderation.decision", "check");
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(100);
        assertThat(kept).containsAll(acknowledged);
    }
}
