package io.cofound.content;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** What is left of somebody who reacted, bookmarked, reported and read. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class ParticipantErasureIT {

    /** Tables in which a member who takes part leaves rows of the own. */
    private static final Set<String> TABLES =
            Set.of("reaction", "bookmark", "bookmark_folder", "report", "reading", "reading_consent");

    @Inject
    ContentTraces traces;

    @Inject
    DataSource database;

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;
    private UUID post;
    private Participant member;

    @BeforeEach
    void take_part() throws SQLException {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        post = scenario.posted(Person.ADA, community, "Much used");
        member = new Participant(scenario);
        useEverything(member);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void nothing_is_left_and_the_counters_are_those_of_the_others() throws SQLException {
        Participant other = new Participant(scenario);
        useEverything(other);
        assertThat(counts()).isEqualTo("2,2,2");

        erase(member.id, Instant.now());

        Awaitility.await("no trace").atMost(30, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                        traces.of(member.id.toString()))
                .noneMatch(trace -> TABLES.contains(table(trace)))
                .noneMatch(trace -> trace.startsWith("reading_months"))
                .noneMatch(trace -> trace.startsWith("reading_clearing"))
                .noneMatch(trace -> trace.startsWith(Topics.CONTENT_REPORT)));
        assertThat(traces.of(folder(member))).isEmpty();
        assertThat(traces.of(note(member))).isEmpty();
        assertThat(counts()).isEqualTo("1,1,1");
        assertThat(traces.of(note(other))).isNotEmpty();
    }

    @Test
    void what_is_of_a_member_who_came_back_stays() throws SQLException {
        erase(member.id, Instant.now().minusSeconds(600));

        assertThat(counts()).isEqualTo("1,1,1");
        assertThat(traces.of(note(member))).isNotEmpty();
    }

    @Test
    void a_member_gets_all_of_it() {
        UUID export = UuidCreator.getTimeOrderedEpoch();

        scenario.publisher().publish(new ExportRequested(export, member.id, Instant.now()));

        try (var exports = new TopicReader(Topics.EXPORT)) {
            exports.await(
                    ExportGathered.class, piece -> piece.exportId().equals(export) && piece.number() == piece.of());
            var pieces = exports.events(ExportGathered.class).stream()
                    .filter(piece -> piece.exportId().equals(export))
                    .collect(toMap(ExportGathered::name, ExportGathered::items));
            assertThat(pieces)
                    .hasEntrySatisfying("reactions", items -> assertThat(items).contains("LIKE", post.toString()))
                    .hasEntrySatisfying("bookmarks", items -> assertThat(items).contains(post.toString()))
                    .hasEntrySatisfying(
                            "bookmark-folders", items -> assertThat(items).contains(folder(member)))
                    .hasEntrySatisfying("reports", items -> assertThat(items).contains(note(member)))
                    .hasEntrySatisfying("readings", items -> assertThat(items).contains(post.toString(), "0.5"))
                    .hasEntrySatisfying(
                            "reading-consent-copies", items -> assertThat(items).contains("true"));
        }
    }

    private void useEverything(Participant who) throws SQLException {
        who.consents(true).joined(community, CommunityRole.MEMBER, post);
        Awaitility.await("consent")
                .until(() -> rows("select 1 from reading_consent where member_id = '%s'".formatted(who.id))
                                .size()
                        == 1);
        as(who, "PUT", "/posts/" + post + "/reactions/LIKE", "", 204);
        as(who, "POST", "/me/bookmark-folders", "{\"name\": \"" + folder(who) + "\"}", 201);
        as(who, "PUT", "/posts/" + post + "/bookmark", "", 204);
        as(who, "POST", "/posts/" + post + "/reports", "{\"cause\": \"OTHER\", \"note\": \"" + note(who) + "\"}", 201);
        who.reads(post, 10, 0.5).statusCode(204);
        Awaitility.await("the document").until(() -> traces.of(who.id.toString()).stream()
                .anyMatch(trace -> trace.startsWith("reading_months")));
    }

    private static void as(Participant who, String method, String path, String body, int status) {
        var request = who.as();
        if (!body.isEmpty()) {
            request.body(body);
        }
        request.request(method, "/api/v1" + path).then().statusCode(status);
    }

    private void erase(UUID memberId, Instant requestedAt) {
        UUID erasure = UuidCreator.getTimeOrderedEpoch();
        scenario.publisher().publish(new ErasureRequested(erasure, memberId, 5, PublicContent.KEEP, requestedAt));
        try (var erasures = new TopicReader(Topics.ERASURE)) {
            erasures.await(ErasureAcknowledged.class, e -> e.erasureId().equals(erasure));
        }
    }

    private String counts() throws SQLException {
        return rows("select reactions || ',' || bookmarks || ',' || reads from post_counters where post_id = '%s'"
                        .formatted(post))
                .stream()
                .collect(joining());
    }

    private static String table(String trace) {
        return trace.substring(0, Math.max(0, trace.indexOf(':')));
    }

    private static String folder(Participant who) {
        return "文件夹-" + who.id.toString().substring(24);
    }

    private static String note(Participant who) {
        return "note-" + who.id.toString().substring(24);
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
