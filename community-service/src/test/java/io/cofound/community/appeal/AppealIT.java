package io.cofound.community.appeal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.community.Api;
import io.cofound.contracts.moderation.AppealDecided;
import io.cofound.contracts.moderation.AppealOutcome;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who hears how an appeal ended. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class AppealIT {

    private final UUID subject = UUID.randomUUID();
    private Publisher publisher;

    @BeforeEach
    void open() {
        publisher = new Publisher();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @ParameterizedTest
    @EnumSource(AppealOutcome.class)
    void the_author_hears_once_how_the_own_appeal_ended(AppealOutcome outcome) {
        UUID author = Api.newcomer();
        UUID event = UUID.randomUUID();
        AppealDecided decided = new AppealDecided(
                UUID.randomUUID(),
                UUID.randomUUID(),
                2,
                SubjectKind.POST,
                subject,
                UUID.randomUUID(),
                author,
                outcome,
                Instant.now());

        publisher.publish(event, decided);
        publisher.publish(event, decided);
        publisher.publish(decided);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(told(author))
                .containsExactly("APPEAL_" + outcome));
        Awaitility.await().during(Duration.ofMillis(500)).untilAsserted(() -> assertThat(told(author))
                .hasSize(1));
    }

    private static List<String> told(UUID member) {
        return Api.as(member)
                .get("/api/v1/me/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.kind.startsWith('APPEAL') }.kind");
    }
}
