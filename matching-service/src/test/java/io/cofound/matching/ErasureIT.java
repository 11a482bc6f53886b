package io.cofound.matching;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.matching.index.IndexFiles;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.cofound.testing.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "matching"))
class ErasureIT {

    private static final String OPPORTUNITIES = "/api/v1/opportunities";
    private static final String NAME = "Quillaventura 鸢尾";
    private static final String TITLE = "Brontelmask 琥珀风车";
    private static final String FIRST_TEXT = "dorvinshal 碧螺渡口";
    private static final String SECOND_TEXT = "kelpwarthon 星砂邮局";
    private static final String CLOSED_TEXT = "ostrimban 萤石巷";
    private static final String WAITING_TEXT = "tumbrelash 玉门驿";
    private static final String REFUSED_TEXT = "gorsvantel 铜雀台";
    private static final String POST_TITLE = "Yarrowquint 珊瑚钟楼";
    /** Words that are terms of the index as they stand: what stemming shortens would not be found there. */
    private static final List<String> PLANTED = List.of(
            NAME,
            TITLE,
            FIRST_TEXT,
            SECOND_TEXT,
            CLOSED_TEXT,
            WAITING_TEXT,
            REFUSED_TEXT,
            POST_TITLE,
            "dorvinshal",
            "kelpwarthon",
            "ostrimban",
            "brontelmask",
            "星砂邮局",
            "鸢尾");

    @Inject
    DataSource database;

    @ConfigProperty(name = "cofound.index.folder")
    Path folder;

    private final Publisher publisher = new Publisher();
    private final UUID leaver = UUID.randomUUID();
    private final UUID stayer = UUID.randomUUID();

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void nothing_of_an_erased_member_is_left_anywhere_and_others_lose_nothing() throws SQLException {
        String open = publish(leaver, TITLE, FIRST_TEXT);
        change(open, SECOND_TEXT);
        String closed = publish(leaver, TITLE, CLOSED_TEXT);
        as(leaver).delete(OPPORTUNITIES + "/" + closed).then().statusCode(204);
        String waiting = Market.submit(leaver, "NEED", "TECHNOLOGY", TITLE, WAITING_TEXT);
        String refused = Market.submit(leaver, "NEED", "TECHNOLOGY", TITLE, REFUSED_TEXT);
        Market.rule(Market.submitted(refused), Action.REJECT, 1);
        Market.awaitState(Market.submitted(refused), "REJECTED");
        assertThat(Traces.inTopics(WAITING_TEXT)).containsExactly(Topics.OPPORTUNITY);
        assertThat(Traces.inTables(database, WAITING_TEXT)).contains("opportunity.text");
        publish(stayer, "Stays", "This stays.");
        agree(leaver, 1, Instant.now());
        agree(stayer, 1, Instant.now());
        PostPublished kept = post(POST_TITLE, NAME);
        PostPublished removed = post(POST_TITLE, NAME);
        publisher.publish(kept);
        publisher.publish(removed);
        Awaitility.await("planted").untilAsserted(() -> {
            assertThat(rows("recommendation_consent", leaver)).hasSize(1);
            assertThat(rows("recommendation_consent", stayer)).hasSize(1);
            assertThat(Traces.inTopics(SECOND_TEXT))
                    .containsExactlyInAnyOrder(Topics.OPPORTUNITY, Topics.PUBLIC_OPPORTUNITIES);
        });
        Awaitility.await("indexed")
                .atMost(Duration.ofSeconds(20))
                .until(() -> IndexFiles.hold(folder, NAME) && IndexFiles.hold(folder, "kelpwarthon"));
        assertThat(Traces.inTables(database, SECOND_TEXT)).contains("opportunity.text");
        List<String> others = rowsOf(stayer);

        erase();

        publisher.publish(withoutName(kept));
        publisher.publish(new PostRemoved(
                removed.postId(), 1, removed.communityId(), leaver, removed.publishedAt(), Instant.now(), null));
        for (String value : PLANTED) {
            Awaitility.await(value).atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(Traces.inTables(database, value)).as(value).isEmpty();
                if (!value.equals(POST_TITLE)) {
                    assertThat(Traces.inTopics(value)).as(value).isEmpty();
                    assertThat(IndexFiles.hold(folder, value)).as(value).isFalse();
                }
            });
        }
        assertThat(rows("opportunity", leaver)).isEmpty();
        assertThat(rows("recommendation_consent", leaver)).isEmpty();
        assertThat(rowsOf(stayer)).isEqualTo(others);
        try (var internal = new TopicReader(Topics.OPPORTUNITY);
                var partners = new TopicReader(Topics.PUBLIC_OPPORTUNITIES)) {
            internal.await(OpportunityClosed.class, gone -> gone.opportunityId().equals(UUID.fromString(open)));
            assertThat(partners.records()).anySatisfy(record -> {
                assertThat(record.key()).isEqualTo(open);
                assertThat(record.value()).isNull();
            });
        }
        given().get("/api/v1/recommendations/posts?limit=100")
                .then()
                .body("items.find { it.post.id == '%s' }.post.authorName".formatted(kept.postId()), nullValue())
                .body("items.find { it.post.id == '%s' }.post.title".formatted(kept.postId()), equalTo(POST_TITLE));
    }

    @Test
    void a_consent_from_before_the_erasure_that_arrives_after_it_is_dropped_and_a_later_one_counts()
            throws SQLException {
        Instant before = Instant.now();
        erase();

        agree(leaver, 1, before);
        agree(stayer, 1, before);

        Awaitility.await().until(() -> rows("recommendation_consent", stayer).size() == 1);
        assertThat(rows("recommendation_consent", leaver)).isEmpty();
        agree(leaver, 5, Instant.now());
        Awaitility.await().until(() -> rows("recommendation_consent", leaver).size() == 1);
    }

    @Test
    void a_member_is_given_the_own_needs_and_offers_closed_ones_too_and_nobody_elses() {
        publish(leaver, "Wanted", "我们在找合伙人");
        String closed = publish(leaver, "Met", "This need was met.");
        as(leaver).delete(OPPORTUNITIES + "/" + closed).then().statusCode(204);
        publish(stayer, "Stays", "This stays.");
        UUID export = UUID.randomUUID();

        publisher.publish(new ExportRequested(export, leaver, Instant.now()));

        try (var exports = new TopicReader(Topics.EXPORT)) {
            ExportGathered piece = exports.await(
                    ExportGathered.class, gathered -> gathered.exportId().equals(export));
            assertThat(piece.name()).isEqualTo("opportunities");
            assertThat(piece.items())
                    .contains("我们在找合伙人", "This need was met.", "closedAt")
                    .doesNotContain("This stays.");
        }
    }

    private void erase() {
        UUID erasure = UUID.randomUUID();
        publisher.publish(new ErasureRequested(erasure, leaver, 7, PublicContent.KEEP, Instant.now()));
        try (var erasures = new TopicReader(Topics.ERASURE)) {
            assertThat(erasures.await(ErasureAcknowledged.class, done -> done.erasureId()
                                    .equals(erasure))
                            .service())
                    .isEqualTo("matching-service");
        }
    }

    private void agree(UUID member, long revision, Instant at) {
        publisher.publish(new ConsentsChanged(member, revision, true, false, false, "1", at));
    }

    private PostPublished post(String title, String authorName) {
        return new PostPublished(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                leaver,
                PostType.NEWS,
                title,
                "…",
                null,
                null,
                null,
                List.of(),
                "en",
                authorName,
                Visibility.PUBLIC,
                Instant.now());
    }

    /** As content-service tells it again where published posts are to stay. */
    private static PostPublished withoutName(PostPublished post) {
        return new PostPublished(
                post.postId(),
                post.revision(),
                post.communityId(),
                post.authorId(),
                post.type(),
                post.title(),
                post.body(),
                null,
                null,
                null,
                post.tags(),
                post.language(),
                null,
                post.visibility(),
                post.publishedAt());
    }

    private static String publish(UUID member, String title, String text) {
        return Market.publish(member, "NEED", "TECHNOLOGY", title, text);
    }

    private void change(String id, String text) {
        as(leaver)
                .header("If-Match", "\"1\"")
                .body(Map.of("text", text))
                .patch(OPPORTUNITIES + "/" + id)
                .then()
                .statusCode(200);
        Market.rule(Market.submitted(id, 2), Action.PUBLISH, 1);
        Market.awaitState(Market.submitted(id, 2), "PUBLISHED");
    }

    private List<String> rowsOf(UUID member) throws SQLException {
        List<String> rows = new ArrayList<>(rows("opportunity", member));
        rows.addAll(rows("recommendation_consent", member));
        rows.addAll(rows("idempotency_key", member));
        return rows;
    }

    private List<String> rows(String table, UUID member) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select t::text from %s t where member_id = '%s' order by 1".formatted(table, member))) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static RequestSpecification as(UUID member) {
        return given().auth().oauth2(TestTokens.ofSubject(member.toString())).contentType(ContentType.JSON);
    }
}
