package io.cofound.community.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.community.Api;
import io.cofound.contracts.content.ContentReported;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who hears that something was reported. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ContentReportIT {

    private final UUID subject = UUID.randomUUID();
    private Publisher publisher;
    private UUID owner;
    private String community;

    @BeforeEach
    void found() {
        publisher = new Publisher();
        owner = Api.newcomer();
        community = Api.found(owner, "");
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void moderators_and_the_owner_hear_once_a_day_what_was_reported_and_members_do_not() {
        UUID moderator = Api.memberOf(community, owner, "MODERATOR");
        UUID member = Api.memberOf(community);
        Instant now = Instant.now();
        UUID report = UUID.randomUUID();

        publisher.publish(report(report, UUID.randomUUID(), UUID.randomUUID(), subject, now));
        publisher.publish(report(report, member, UUID.randomUUID(), subject, now));
        // Under the same key as the others, so that it comes after.
        UUID other = UUID.randomUUID();
        publisher.publish(report(report, member, UUID.randomUUID(), other, now));

        awaitReported(owner, other, subject);
        awaitReported(moderator, other, subject);
        assertThat(reported(member)).isEmpty();
    }

    @Test
    void neither_who_reported_it_is_told_nor_who_wrote_it() {
        UUID accused = Api.memberOf(community, owner, "MODERATOR");
        UUID reporter = Api.memberOf(community, owner, "MODERATOR");

        publisher.publish(report(UUID.randomUUID(), reporter, accused, subject, Instant.now()));

        awaitReported(owner, subject);
        assertThat(reported(accused)).isEmpty();
        assertThat(reported(reporter)).isEmpty();
    }

    private ContentReported report(UUID id, UUID reporter, UUID author, UUID of, Instant at) {
        return new ContentReported(
                id,
                SubjectKind.COMMENT,
                of,
                UUID.randomUUID(),
                Api.idOf(community),
                reporter,
                author,
                ReportCause.SPAM,
                "buy now",
                at);
    }

    private static void awaitReported(UUID member, UUID... latestFirst) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(reported(member))
                .containsExactly(
                        List.of(latestFirst).stream().map(UUID::toString).toArray(String[]::new)));
    }

    private static List<String> reported(UUID member) {
        return Api.as(member)
                .get("/api/v1/me/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.kind == 'CONTENT_REPORTED' }.subjectId");
    }
}
