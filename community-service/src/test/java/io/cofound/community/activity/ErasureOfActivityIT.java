package io.cofound.community.activity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.cofound.contracts.Event;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationHonoured;
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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ErasureOfActivityIT {

    private static final List<String> TABLES = List.of(
            "activity",
            "activity_day",
            "first_activity",
            "membership_change",
            "published_post",
            "published_comment",
            "analytics_consent");

    private final Instant then = Instant.now().minus(3, ChronoUnit.DAYS);
    private final UUID leaving = UuidCreator.getTimeOrderedEpoch();
    private final UUID staying = UuidCreator.getTimeOrderedEpoch();

    @Inject
    AgroalDataSource database;

    @Test
    void erasing_leaves_the_figures_and_no_way_back_to_the_member() throws SQLException {
        UUID community = found();
        List<Event> events = liveliness(community);
        try (var publisher = new Publisher()) {
            events.forEach(publisher::publish);
            await().until(() -> rows("activity", "community_id", community) == 8
                    && rows("published_comment", "author_id", leaving) == 2
                    && rows("membership_change", "community_id", community) == 3
                    && rows("published_post", "community_id", community) == 2
                    && rows("analytics_consent", "member_id", leaving) == 1);
            Map<String, Object> before = figures(community);

            erase(publisher, leaving);

            assertThat(figures(community)).isEqualTo(before);
            assertThat(mentionsOf(leaving)).isEmpty();
            assertThat(mentionsOf(staying)).hasSize(TABLES.size());
            for (Event event : events) {
                if (event instanceof RegistrationHonoured
                        || event instanceof MembershipGranted granted
                                && granted.memberId().equals(leaving)) {
                    assertThat(mentionsOf(event.aggregateId())).isEmpty();
                }
            }

            events.forEach(publisher::publish);
            awaitBehind(publisher, community);

            assertThat(mentionsOf(leaving)).isEmpty();
            assertThat(rows("activity", "community_id", community)).isEqualTo(8);
        }
    }

    @Test
    void an_export_tells_members_what_they_did() {
        UUID community = found();
        try (var publisher = new Publisher();
                var exports = new TopicReader(Topics.EXPORT)) {
            liveliness(community).forEach(publisher::publish);
            await().until(() -> rows("activity", "member_id", leaving) == 5
                    && rows("membership_change", "member_id", leaving) == 1
                    && rows("analytics_consent", "member_id", leaving) == 1);
            UUID export = UuidCreator.getTimeOrderedEpoch();

            publisher.publish(new ExportRequested(export, leaving, Instant.now()));

            ExportGathered activities = exports.await(
                    ExportGathered.class,
                    piece -> piece.exportId().equals(export) && piece.name().equals("activities"));
            assertThat(activities.items())
                    .contains("POST", "COMMENT", "SEAT", "VISIT", community.toString())
                    .doesNotContain(staying.toString());
            assertThat(exports.await(
                                    ExportGathered.class,
                                    piece -> piece.exportId().equals(export)
                                            && piece.name().equals("analytics-consents"))
                            .items())
                    .containsIgnoringWhitespaces("\"granted\":true");
        }
    }

    /** Of the leaving member a question, a comment on it and one on the other's post, a seat and a visit. */
    private List<Event> liveliness(UUID community) {
        UUID question = UuidCreator.getTimeOrderedEpoch();
        UUID showcase = UuidCreator.getTimeOrderedEpoch();
        UUID registration = UuidCreator.getTimeOrderedEpoch();
        UUID meetup = UuidCreator.getTimeOrderedEpoch();
        List<Event> events = new ArrayList<>();
        for (UUID member : List.of(leaving, staying)) {
            events.add(new MembershipGranted(
                    UuidCreator.getTimeOrderedEpoch(), 1, community, member, CommunityRole.MEMBER, then));
            events.add(new ConsentsChanged(member, 1, false, false, true, "1", then));
        }
        events.add(post(question, community, leaving, PostType.QUESTION));
        events.add(post(showcase, community, staying, PostType.SHOWCASE));
        events.add(comment(question, community, leaving));
        events.add(comment(showcase, community, leaving));
        events.add(comment(question, community, staying));
        events.add(new RegistrationConfirmed(registration, 1, meetup, community, leaving, false, then));
        events.add(new RegistrationHonoured(registration, 2, meetup, community, leaving, then.plusSeconds(7_200)));
        events.add(new RegistrationConfirmed(
                UuidCreator.getTimeOrderedEpoch(), 1, meetup, community, staying, false, then));
        return events;
    }

    private PostPublished post(UUID id, UUID community, UUID author, PostType type) {
        return new PostPublished(
                id,
                1,
                community,
                author,
                type,
                "Title",
                "Text",
                null,
                null,
                null,
                List.of(),
                "en",
                "Name",
                Visibility.PUBLIC,
                then);
    }

    private CommentPublished comment(UUID post, UUID community, UUID author) {
        return new CommentPublished(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                post,
                community,
                author,
                author,
                null,
                null,
                List.of(),
                false,
                then.plusSeconds(3_723));
    }

    private static void erase(Publisher publisher, UUID member) {
        UUID erasure = UuidCreator.getTimeOrderedEpoch();
        publisher.publish(new ErasureRequested(erasure, member, 7, PublicContent.KEEP, Instant.now()));
        try (var erasures = new TopicReader(Topics.ERASURE)) {
            erasures.await(ErasureAcknowledged.class, done -> done.erasureId().equals(erasure));
        }
    }

    /** Later records of every partition of every topic: what was published before them is dealt with, too. */
    private void awaitBehind(Publisher publisher, UUID community) {
        UUID other = found();
        for (int i = 0; i < 12; i++) {
            UUID post = UuidCreator.getTimeOrderedEpoch();
            publisher.publish(post(post, other, staying, PostType.NEWS));
            publisher.publish(comment(post, other, staying));
            publisher.publish(
                    new RegistrationConfirmed(UuidCreator.getTimeOrderedEpoch(), 1, post, other, staying, false, then));
            publisher.publish(new MembershipGranted(
                    UuidCreator.getTimeOrderedEpoch(), 1, other, staying, CommunityRole.MEMBER, then));
        }
        await().until(() -> rows("activity", "community_id", other) == 36
                && rows("membership_change", "community_id", other) == 13);
    }

    private static Map<String, Object> figures(UUID community) {
        Map<String, Object> figures = new HashMap<>(given().auth()
                .oauth2(TestTokens.of(Person.ADA))
                .get("/api/v1/communities/" + community + "/insights")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$"));
        figures.remove("churn");
        assertThat(figures.get("monthlyActive")).isEqualTo(2);
        return figures;
    }

    private static UUID found() {
        return UUID.fromString(given().auth()
                .oauth2(TestTokens.of(Person.ADA))
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Small\"}")
                .post("/api/v1/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** The tables that mention an id in any column. */
    private Set<String> mentionsOf(UUID id) throws SQLException {
        Set<String> mentions = new HashSet<>();
        for (String table : TABLES) {
            for (String column : idColumns(table)) {
                if (rows(table, column, id) > 0) {
                    mentions.add(table);
                }
            }
        }
        return mentions;
    }

    private List<String> idColumns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select column_name from information_schema.columns where table_name = ? and udt_name = 'uuid'")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private long rows(String table, String column, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from " + table + " where " + column + " = ?")) {
            query.setObject(1, id);
            return number(query);
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
