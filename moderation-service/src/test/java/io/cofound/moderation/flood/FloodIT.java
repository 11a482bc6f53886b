package io.cofound.moderation.flood;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Reason;
import io.cofound.moderation.decision.LanguageModelStandIn;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

@QuarkusTest
@QuarkusTestResource(LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class FloodIT {

    private static final String GOOD =
            "We moved our billing from cron jobs to a queue. p99 fell from 480 ms to 61 ms. What would you have done?";

    private static final String INVITATION =
            "We meet on Thursday at seven in the library to talk about pricing, everybody is welcome, number ";

    @Inject
    FloodConfig config;

    @Inject
    DataSource database;

    private final Publisher publisher = new Publisher();
    private final TopicReader decided = new TopicReader(Topics.DECISION);
    private final UUID community = UUID.randomUUID();
    private final Instant now = Instant.now();

    @AfterEach
    void close() {
        publisher.close();
        decided.close();
    }

    @Test
    void the_same_again_and_again_by_one_author_is_held_from_the_limit_on_wherever_it_is_written() {
        UUID author = UUID.randomUUID();

        for (int copy = 1; copy < config.byOneAuthor(); copy++) {
            assertThat(decisionOn(comment(UUID.randomUUID(), author, INVITATION + copy, now))
                            .action())
                    .isEqualTo(Action.PUBLISH);
        }
        DecisionMade last = decisionOn(comment(UUID.randomUUID(), author, INVITATION + 77, now));

        assertThat(last.action()).isEqualTo(Action.HOLD);
        assertThat(last.reasons().getFirst().clause()).isEqualTo("no-flooding");
        assertThat(last.reasons().getFirst().evidence())
                .isEqualTo(Flood.ordinal(config.byOneAuthor()) + " near-copy by one author in 10 minutes");
    }

    @Test
    void the_same_by_many_in_one_community_is_held() {
        for (int copy = 1; copy < config.byManyAuthors(); copy++) {
            assertThat(decisionOn(comment(community, UUID.randomUUID(), INVITATION + copy, now))
                            .action())
                    .isEqualTo(Action.PUBLISH);
        }

        assertThat(decisionOn(comment(community, UUID.randomUUID(), INVITATION + 0, now))
                        .reasons()
                        .getFirst()
                        .evidence())
                .isEqualTo("6th near-copy in 10 minutes, by 6 members");
        assertThat(decisionOn(comment(UUID.randomUUID(), UUID.randomUUID(), INVITATION + 9, now))
                        .action())
                .isEqualTo(Action.PUBLISH);
    }

    @Test
    void what_was_written_before_the_window_does_not_count() {
        UUID author = UUID.randomUUID();
        Instant before = now.minus(config.window()).minusSeconds(1);
        for (int copy = 0; copy < config.byOneAuthor(); copy++) {
            decisionOn(comment(community, author, INVITATION + copy, before));
        }

        assertThat(decisionOn(comment(community, author, INVITATION, now)).action())
                .isEqualTo(Action.PUBLISH);
    }

    @Test
    void thanks_are_no_flood_and_an_edit_is_no_copy() {
        for (int i = 0; i < config.byManyAuthors() + 2; i++) {
            assertThat(decisionOn(comment(community, UUID.randomUUID(), "谢谢分享", now))
                            .action())
                    .isEqualTo(Action.PUBLISH);
        }
        CommentSubmitted comment = comment(community, UUID.randomUUID(), INVITATION, now);
        for (int revision = 1; revision <= config.byOneAuthor() + 1; revision++) {
            assertThat(decisionOn(revised(comment, revision)).action()).isEqualTo(Action.PUBLISH);
        }
    }

    @Test
    void many_who_are_new_and_write_at_once_wait_while_others_go_on_and_it_ends_by_itself() {
        UUID[] newcomers = Stream.generate(UUID::randomUUID)
                .limit(config.joinWave().members())
                .toArray(UUID[]::new);
        UUID late = UUID.randomUUID();
        for (UUID newcomer : newcomers) {
            join(newcomer);
        }
        join(late);
        Awaitility.await().until(() -> newcomers() == newcomers.length + 1);

        for (int i = 0; i < newcomers.length - 1; i++) {
            assertThat(waits(decisionOn(comment(community, newcomers[i], greeting(i), now))))
                    .isFalse();
        }
        DecisionMade last = decisionOn(comment(community, newcomers[newcomers.length - 1], GOOD, now));

        assertThat(last.reasons()).extracting(Reason::clause).contains("new-members-wait");
        assertThat(last.action()).isEqualTo(Action.HOLD);
        assertThat(waits(decisionOn(comment(community, UUID.randomUUID(), greeting(100), now))))
                .isFalse();
        assertThat(waits(decisionOn(comment(UUID.randomUUID(), newcomers[0], greeting(101), now))))
                .isFalse();
        Instant afterwards = now.plus(config.joinWave().holdFor()).plus(Duration.ofSeconds(1));
        assertThat(waits(decisionOn(comment(community, late, greeting(102), afterwards))))
                .isFalse();
        given().auth()
                .oauth2(TestTokens.of(Person.MO))
                .get("/api/v1/moderation/metrics")
                .then()
                .body("flood.openJoinWaves", greaterThan(0))
                .body("flood.heldInJoinWave", greaterThan(0));
    }

    private static boolean waits(DecisionMade decision) {
        return decision.reasons().stream().anyMatch(reason -> reason.clause().equals("new-members-wait"));
    }

    /** Too short for two to be near-copies of each other. */
    private static String greeting(int i) {
        return "Hello from member " + i;
    }

    private long newcomers() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select count(*) from newcomer where community_id = '%s'".formatted(community))) {
            result.next();
            return result.getLong(1);
        }
    }

    private void join(UUID member) {
        publisher.publish(
                new MembershipGranted(UUID.randomUUID(), 1, community, member, CommunityRole.MEMBER, Instant.now()));
    }

    private static CommentSubmitted comment(UUID community, UUID author, String text, Instant at) {
        return new CommentSubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                1,
                UUID.randomUUID(),
                community,
                author,
                text,
                "en",
                at);
    }

    private static CommentSubmitted revised(CommentSubmitted comment, long revision) {
        return new CommentSubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                comment.commentId(),
                revision,
                comment.postId(),
                comment.communityId(),
                comment.authorId(),
                comment.body(),
                comment.language(),
                comment.submittedAt());
    }

    private DecisionMade decisionOn(CommentSubmitted comment) {
        publisher.publish(comment);
        return decided.await(
                DecisionMade.class,
                made -> made.subjectId().equals(comment.commentId()) && made.subjectRevision() == comment.revision());
    }
}
