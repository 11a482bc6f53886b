package io.cofound.moderation.decision;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.TrustChanged;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.cofound.testing.Traces;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    @Inject
    ReviewService reviews;

    @Inject
    PendingReviewRepository waiting;

    private final Publisher publisher = new Publisher();
    private Tables tables;
    private final UUID leaver = UUID.randomUUID();
    private final UUID stayer = UUID.randomUUID();

    @BeforeEach
    void open() {
        tables = new Tables(database);
    }

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
            assertThat(tables.rows(Tables.CONSENT, "member_id", leaver)).hasSize(1);
            assertThat(tables.rows(Tables.TRUST, "member_id", leaver)).hasSize(1);
            assertThat(tables.rows(Tables.LANGUAGE, "member_id", leaver)).hasSize(1);
            assertThat(tables.rows(Tables.CONSENT, "member_id", stayer)).hasSize(1);
            assertThat(tables.rows(Tables.TRUST, "member_id", stayer)).hasSize(1);
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
        assertThat(tables.rows("pending_review", "author_id", leaver)).isEmpty();
        assertThat(tables.rows(Tables.CONSENT, "member_id", leaver)).isEmpty();
        assertThat(tables.rows(Tables.TRUST, "member_id", leaver)).isEmpty();
        assertThat(tables.rows(Tables.LANGUAGE, "member_id", leaver)).isEmpty();
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
        publisher.publish(new MemberRegistered(leaver, 1, "Ada", "zh", before));
        // After each in its partition, so that they are dealt with once these are.
        publisher.publish(Posts.revisedUnderTheSameKey(late, 2, Instant.now()));
        publisher.publish(new ConsentsChanged(leaver, 2, false, false, false, "1", Instant.now()));
        publisher.publish(new TrustChanged(leaver, 2, 1, 3, Instant.now()));
        publisher.publish(new MemberRegistered(leaver, 2, "Ada", "en", Instant.now()));

        assertThat(decisionOn(late).subjectRevision()).isEqualTo(2);
        assertThat(tables.rows("decision", "author_id", leaver)).hasSize(1);
        Awaitility.await().untilAsserted(() -> {
            assertThat(tables.rows(Tables.CONSENT, "member_id", leaver))
                    .singleElement()
                    .asString()
                    .startsWith("(%s,2,f,".formatted(leaver));
            assertThat(tables.rows(Tables.TRUST, "member_id", leaver))
                    .singleElement()
                    .asString()
                    .startsWith("(%s,2,1,".formatted(leaver));
            assertThat(tables.rows(Tables.LANGUAGE, "member_id", leaver))
                    .singleElement()
                    .asString()
                    .startsWith("(%s,2,en,".formatted(leaver));
        });
    }

    @Test
    void a_worker_that_has_a_text_when_its_author_is_erased_decides_nothing() throws Throwable {
        waits(leaver, WAITING);
        waits(stayer, "still waits");
        PendingReview erasedMeanwhile = taken(leaver);
        PendingReview still = taken(stayer);
        erase();

        VertxContextSupport.subscribeAndAwait(() -> reviews.close(erasedMeanwhile, erasedMeanwhile.classification));
        VertxContextSupport.subscribeAndAwait(() -> reviews.close(still, still.classification));

        assertThat(tables.rows("decision", "author_id", leaver)).isEmpty();
        assertThat(tables.rows("decision", "author_id", stayer)).hasSize(1);
        assertThat(tables.rows("pending_review", "author_id", stayer)).isEmpty();
    }

    private PendingReview taken(UUID author) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> Panache.withSession(() -> waiting.find("authorId", author).singleResult()));
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
        tables.agree(publisher, member, true);
        tables.trust(publisher, member, 2);
        tables.speak(publisher, member, "zh-Hans");
    }

    private PostSubmitted submitted(UUID author, String text) {
        return submitted(author, text, Instant.now());
    }

    private PostSubmitted submitted(UUID author, String text, Instant at) {
        PostSubmitted post = Posts.by(author, text, at);
        publisher.publish(post);
        return post;
    }

    private static DecisionMade decisionOn(PostSubmitted post) {
        try (var decided = new TopicReader(Topics.DECISION)) {
            return decided.await(DecisionMade.class, made -> made.subjectId().equals(post.postId()));
        }
    }

    /** A text that another worker has for ten minutes. */
    private void waits(UUID author, String text) throws SQLException {
        tables.leave(Posts.by(author, text, Instant.now()), Instant.now().plusSeconds(600));
    }

    private List<String> rowsOf(UUID member) throws SQLException {
        List<String> rows = new ArrayList<>(tables.rows("decision", "author_id", member));
        rows.addAll(tables.rows(Tables.CONSENT, "member_id", member));
        rows.addAll(tables.rows(Tables.TRUST, "member_id", member));
        rows.addAll(tables.rows(Tables.LANGUAGE, "member_id", member));
        return rows;
    }

    private static io.restassured.response.ValidatableResponse read(DecisionMade decision) {
        return given().auth()
                .oauth2(TestTokens.of(Person.MO))
                .get("/api/v1/moderation/decisions/" + decision.decisionId())
                .then();
    }
}
