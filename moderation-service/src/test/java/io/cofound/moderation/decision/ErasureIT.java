package io.cofound.moderation.decision;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.TrustChanged;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.moderation.Traces;
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
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class ErasureIT {

    private static final String ENGLISH = "Ask us: 代开 Zyqora 发票，加微信：fapiao_9173";
    private static final String CHINESE = "代开碧螺渡口的发票，餐饮住宿都可以，加微信：fapiao_4402 先开后付";
    private static final String SPAM_OF_OTHERS = "代开萤石巷的发票，加微信：fapiao_7007，量大从优";
    private static final String WAITING = "oskerplinth 霜叶渡船";

    @Inject
    DataSource database;

    private final Publisher publisher = new Publisher();
    private final UUID leaver = UUID.randomUUID();
    private final UUID stayer = UUID.randomUUID();

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void nothing_that_an_erased_member_wrote_is_left_and_others_lose_nothing() throws SQLException {
        List<DecisionMade> decisions =
                List.of(decisionOn(submitted(leaver, ENGLISH)), decisionOn(submitted(leaver, CHINESE)));
        DecisionMade another = decisionOn(submitted(stayer, SPAM_OF_OTHERS));
        List<String> quoted = decisions.stream()
                .map(decision -> decision.reasons().getFirst().evidence())
                .toList();
        assertThat(quoted.getFirst()).contains("Zyqora");
        assertThat(quoted.getLast()).contains("碧螺渡口");
        waits(leaver, WAITING);
        known(leaver);
        known(stayer);
        Awaitility.await("planted").untilAsserted(() -> {
            assertThat(rows("external_processing_consent", "member_id", leaver)).hasSize(1);
            assertThat(rows("trust", "member_id", leaver)).hasSize(1);
            assertThat(rows("external_processing_consent", "member_id", stayer)).hasSize(1);
            assertThat(rows("trust", "member_id", stayer)).hasSize(1);
            assertThat(Traces.inTables(database, "oskerplinth")).containsExactly("pending_review.text");
            assertThat(Traces.inTables(database, quoted.getFirst())).contains("decision.classification");
            assertThat(Traces.inTopics(quoted.getFirst())).contains(Topics.DECISION);
        });
        List<String> others = rowsOf(stayer);

        erase();

        for (String value : List.of(quoted.getFirst(), quoted.getLast(), WAITING, "oskerplinth", "霜叶渡船")) {
            assertThat(Traces.inTables(database, value)).as(value).isEmpty();
            // The submissions are content-service's, which erases them.
            Awaitility.await(value)
                    .untilAsserted(
                            () -> assertThat(Traces.inTopics(value)).as(value).isSubsetOf(Topics.POST));
        }
        assertThat(rows("pending_review", "author_id", leaver)).isEmpty();
        assertThat(rows("external_processing_consent", "member_id", leaver)).isEmpty();
        assertThat(rows("trust", "member_id", leaver)).isEmpty();
        assertThat(rowsOf(stayer)).isEqualTo(others);
        read(decisions.getFirst())
                .statusCode(200)
                .body("label", equalTo("SPAM"))
                .body("reasons[0].clause", equalTo("no-unsolicited-advertising"))
                .body("reasons[0].evidence", equalTo(""));
        read(another)
                .body(
                        "reasons[0].evidence",
                        equalTo(another.reasons().getFirst().evidence()));
        try (var topic = new TopicReader(Topics.DECISION)) {
            for (DecisionMade decision : decisions) {
                assertThat(topic.records())
                        .filteredOn(record ->
                                record.key().equals(decision.decisionId().toString()))
                        .last()
                        .satisfies(record -> assertThat(record.value()).isNull());
            }
        }
    }

    @Test
    void what_an_erased_member_wrote_before_and_arrives_after_is_not_kept() throws SQLException {
        Instant before = Instant.now();
        erase();

        PostSubmitted late = submitted(leaver, "代开揽星台的发票，加微信：fapiao_6620", before);
        publisher.publish(new ConsentsChanged(leaver, 1, true, true, true, "1", before));
        publisher.publish(new TrustChanged(leaver, 1, 3, 0, before));
        // After each in its partition, so that they are dealt with once these are.
        publisher.publish(withRevision(late, 2, Instant.now()));
        publisher.publish(new ConsentsChanged(leaver, 2, false, false, false, "1", Instant.now()));
        publisher.publish(new TrustChanged(leaver, 2, 1, 3, Instant.now()));

        assertThat(decisionOn(late).subjectRevision()).isEqualTo(2);
        assertThat(rows("decision", "author_id", leaver)).hasSize(1);
        Awaitility.await().untilAsserted(() -> {
            assertThat(rows("external_processing_consent", "member_id", leaver))
                    .singleElement()
                    .asString()
                    .startsWith("(%s,2,f,".formatted(leaver));
            assertThat(rows("trust", "member_id", leaver))
                    .singleElement()
                    .asString()
                    .startsWith("(%s,2,1,".formatted(leaver));
        });
    }

    @Test
    void a_worker_that_has_a_text_when_its_author_is_erased_decides_nothing() throws SQLException {
        LanguageModelStandIn.behaviour = LanguageModelStandIn.Behaviour.SLOW;
        try {
            known(leaver);
            Awaitility.await()
                    .until(() -> rows("external_processing_consent", "member_id", leaver)
                                    .size()
                            == 1);
            LanguageModelStandIn.REQUESTS.clear();
            takenFrom(leaver, "brindlequay 青瓷灯塔");
            Awaitility.await("asked").atMost(Duration.ofSeconds(20)).until(() -> LanguageModelStandIn.REQUESTS.stream()
                    .anyMatch(text -> text.contains("brindlequay")));

            erase();

            assertThat(rows("pending_review", "author_id", leaver)).isEmpty();
            PostSubmitted after = submitted(stayer, SPAM_OF_OTHERS);
            decisionOn(after);
            assertThat(rows("decision", "author_id", leaver)).isEmpty();
        } finally {
            LanguageModelStandIn.behaviour = LanguageModelStandIn.Behaviour.SPAM;
        }
    }

    @Test
    void a_member_is_given_the_decisions_on_the_own_texts_and_their_reasons() {
        DecisionMade own = decisionOn(submitted(leaver, "代开霁月楼的发票，加微信：fapiao_5501，价格优惠"));
        decisionOn(submitted(stayer, SPAM_OF_OTHERS));
        UUID export = UUID.randomUUID();

        publisher.publish(new ExportRequested(export, leaver, Instant.now()));

        try (var exports = new TopicReader(Topics.EXPORT)) {
            ExportGathered piece = exports.await(
                    ExportGathered.class,
                    gathered -> gathered.exportId().equals(export)
                            && gathered.name().equals("decisions"));
            assertThat(piece.items())
                    .contains(
                            own.decisionId().toString(),
                            own.reasons().getFirst().evidence())
                    .doesNotContain("萤石巷");
            exports.await(
                    ExportGathered.class,
                    gathered -> gathered.exportId().equals(export)
                            && gathered.name().equals("texts-in-review")
                            && gathered.items().matches("\\[\\s*]"));
        }
    }

    private void erase() {
        UUID erasure = UUID.randomUUID();
        publisher.publish(new ErasureRequested(erasure, leaver, 7, PublicContent.REMOVE, Instant.now()));
        try (var erasures = new TopicReader(Topics.ERASURE)) {
            assertThat(erasures.await(ErasureAcknowledged.class, done -> done.erasureId()
                                    .equals(erasure))
                            .service())
                    .isEqualTo("moderation-service");
        }
    }

    private void known(UUID member) {
        publisher.publish(new TrustChanged(member, 1, 2, 0, Instant.now()));
        publisher.publish(new ConsentsChanged(member, 1, false, true, false, "1", Instant.now()));
    }

    private PostSubmitted submitted(UUID author, String text) {
        return submitted(author, text, Instant.now());
    }

    private PostSubmitted submitted(UUID author, String text, Instant at) {
        PostSubmitted post = new PostSubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                1,
                UuidCreator.getTimeOrderedEpoch(),
                author,
                PostType.NEWS,
                "title",
                text,
                List.of(),
                "zh",
                at);
        publisher.publish(post);
        return post;
    }

    /** With the same key, to come after it. */
    private static PostSubmitted withRevision(PostSubmitted post, long revision, Instant at) {
        return new PostSubmitted(
                post.submissionId(),
                post.postId(),
                revision,
                post.communityId(),
                post.authorId(),
                post.type(),
                post.title(),
                post.body(),
                post.tags(),
                post.language(),
                at);
    }

    private static DecisionMade decisionOn(PostSubmitted post) {
        try (var decided = new TopicReader(Topics.DECISION)) {
            return decided.await(DecisionMade.class, made -> made.subjectId().equals(post.postId()));
        }
    }

    /** A text that another worker has for ten minutes. */
    private void waits(UUID author, String text) throws SQLException {
        leave(author, text, Instant.now().plusSeconds(600));
    }

    /** A text that a worker takes at once. */
    private void takenFrom(UUID author, String text) throws SQLException {
        leave(author, text, Instant.now().minusSeconds(1));
    }

    private void leave(UUID author, String text, Instant leasedUntil) throws SQLException {
        String local = """
                {"label": "SPAM", "scores": {"OK": 0.4, "SPAM": 0.4, "ABUSE": 0.1, "SCAM": 0.1}, "action": "HOLD",
                 "rung": "MODEL", "reasons": [{"clause": "c", "evidence": "e"}], "model": "m"}""";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into pending_review values ('%s', 'POST', '%s', 1, '%s', '%s', '%s', '%s', 0, '%s', now())""".formatted(
                            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), author, text, local, leasedUntil));
        }
    }

    private List<String> rowsOf(UUID member) throws SQLException {
        List<String> rows = new ArrayList<>(rows("decision", "author_id", member));
        rows.addAll(rows("external_processing_consent", "member_id", member));
        rows.addAll(rows("trust", "member_id", member));
        return rows;
    }

    private List<String> rows(String table, String column, UUID member) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select t::text from %s t where %s = '%s' order by 1".formatted(table, column, member))) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static io.restassured.response.ValidatableResponse read(DecisionMade decision) {
        return given().auth()
                .oauth2(TestTokens.of(Person.MO))
                .get("/api/v1/moderation/decisions/" + decision.decisionId())
                .then();
    }
}
