package io.cofound.content;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PublicPost;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.nullValue;

/** What is left of a member who is forgotten, and of those who are not. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class ErasureIT {

    private static final long ERASED = 5;

    @Inject
    ContentTraces traces;

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;
    private Writer writer;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        writer = new Writer(scenario, community);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void with_their_content_nothing_of_a_member_is_left_anywhere() {
        UUID post = writer.writeEverything();
        List<String> planted = traces.now();
        assertThat(writer.unseen().filter(value -> planted.stream().noneMatch(trace -> trace.contains(value))))
                .as("planted in vain, all but the evidence of what nobody judged")
                .allMatch(value -> value.startsWith("pending-evidence")
                        || value.startsWith("edited-evidence")
                        || value.startsWith("unjudged-evidence"));

        erase(PublicContent.REMOVE);

        awaitNoTrace(Stream.concat(writer.unseen(), writer.seen()));
        assertThat(traces.of(writer.id.toString()))
                .noneMatch(trace -> trace.startsWith("series") || trace.startsWith("draft"));
        given().get("/api/v1/posts/" + post).then().statusCode(404);
        ContentScenario.awaitForgottenByPartners(post);
        try (var posts = new TopicReader(Topics.POST)) {
            posts.await(PostRemoved.class, e -> e.postId().equals(post));
        }
    }

    @Test
    void what_a_member_lets_stay_stays_without_a_name_and_the_rest_is_gone() {
        UUID post = writer.writeEverything();

        erase(PublicContent.KEEP);

        awaitNoTrace(writer.unseen());
        List<String> left = traces.now();
        assertThat(traces.of(writer.id.toString())).noneMatch(trace -> trace.startsWith("series"));
        assertThat(writer.seen()).allMatch(value -> left.stream().anyMatch(trace -> trace.contains(value)));
        given().get("/api/v1/posts/" + post)
                .then()
                .statusCode(200)
                .body("title", containsString(Writer.PUBLISHED))
                .body("author", hasEntry(equalTo("displayName"), nullValue()))
                .body("author.id", equalTo(writer.id.toString()))
                .body("revision", equalTo(4));
        given().get("/api/v1/communities/" + community + "/posts")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].author.displayName", nullValue());
        given().get("/api/v1/posts/" + post + "/revisions").then().body("items.size()", equalTo(1));
        try (var posts = new TopicReader(Topics.POST);
                var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            assertThat(posts.await(PostPublished.class, e -> e.postId().equals(post) && e.revision() == 4)
                            .authorName())
                    .isNull();
            assertThat(partners.await(PublicPost.class, e -> e.postId().equals(post) && e.revision() == 4)
                            .authorName())
                    .isNull();
        }
        Awaitility.await("the page without a name").untilAsserted(() -> assertThat(traces.of(post.toString()))
                .filteredOn(trace -> trace.startsWith("post_pages"))
                .singleElement()
                .satisfies(page -> assertThat(page).contains("revision=4").doesNotContain("authorName=名字")));
    }

    @Test
    void others_keep_what_they_have_to_the_letter() {
        Writer other = new Writer(scenario, community);
        other.writeEverything();
        writer.writeEverything();
        Set<String> before = settled(other);

        erase(PublicContent.REMOVE);
        awaitNoTrace(writer.unseen());

        assertThat(settled(other)).isEqualTo(before);
    }

    @Test
    void what_was_told_before_the_erasure_and_comes_after_it_brings_nothing_back() {
        erase(PublicContent.REMOVE);
        Instant before = Instant.now().minusSeconds(60);
        scenario.publisher().publish(new MemberRegistered(writer.id, 1, writer.name(), "zh", before));
        scenario.publisher().publish(changed(ERASED - 1, writer.name(), before));
        scenario.publisher()
                .publish(
                        new MembershipGranted(writer.membership, 2, community, writer.id, CommunityRole.OWNER, before));
        // Under the same key, so that it comes after.
        UUID marker = UuidCreator.getTimeOrderedEpoch();
        scenario.publisher()
                .publish(new MembershipGranted(
                        writer.membership, 3, community, marker, CommunityRole.MEMBER, Instant.now()));

        // Who registers anew is somebody to whom none of it belongs.
        scenario.publisher().publish(changed(ERASED + 1, "Back again", Instant.now()));
        Awaitility.await().untilAsserted(() -> assertThat(traces.of("Back again"))
                .anyMatch(trace -> trace.startsWith("member:") && trace.contains(writer.id.toString())));

        awaitNoTrace(Stream.of(writer.name()));
        Awaitility.await().untilAsserted(() -> assertThat(traces.of(marker.toString()))
                .anyMatch(trace -> trace.startsWith("membership:")));
        assertThat(traces.of(writer.id.toString())).noneMatch(trace -> trace.startsWith("membership:"));
    }

    @Test
    void a_membership_that_ends_with_an_erasure_leaves_nothing() {
        Awaitility.await().untilAsserted(() -> assertThat(traces.of(writer.membership.toString()))
                .anyMatch(trace -> trace.startsWith("membership:")));

        scenario.publisher()
                .publish(new MembershipRevoked(
                        writer.membership, 2, community, writer.id, RevocationCause.ERASED, null, Instant.now()));

        Awaitility.await().untilAsserted(() -> assertThat(traces.of(writer.membership.toString()))
                .noneMatch(trace -> trace.startsWith("membership:")));
    }

    @Test
    void what_a_member_wrote_who_came_back_stays_when_the_erasure_runs_again() {
        UUID post = writer.write(community, Writer.PUBLISHED);
        writer.decide(post, 1, Action.PUBLISH, Writer.PUBLISHED);

        erase(PublicContent.REMOVE, 0, Instant.now().minusSeconds(60));

        given().get("/api/v1/posts/" + post).then().statusCode(200).body("author.displayName", equalTo(writer.name()));
        writer.write(community, "pending");
    }

    @Test
    void a_text_that_stayed_is_still_taken_down_when_its_decision_is_revised() {
        UUID post = writer.write(community, Writer.PUBLISHED);
        DecisionMade allowed = writer.decide(post, 1, Action.PUBLISH, Writer.PUBLISHED);
        erase(PublicContent.KEEP);
        given().get("/api/v1/posts/" + post).then().statusCode(200);

        scenario.publisher().publish(ContentScenario.decidedAnew(allowed, Action.REJECT));

        Awaitility.await()
                .untilAsserted(() -> given().get("/api/v1/posts/" + post).then().statusCode(404));
        ContentScenario.awaitForgottenByPartners(post);
    }

    @Test
    void a_member_sees_all_that_was_written_and_what_was_decided_about_it_and_nothing_of_others() {
        Writer other = new Writer(scenario, community);
        other.write(community, "pending");
        writer.writeEverything();
        UUID export = UuidCreator.getTimeOrderedEpoch();

        scenario.publisher().publish(new ExportRequested(export, writer.id, Instant.now()));

        try (var exports = new TopicReader(Topics.EXPORT)) {
            Set<String> wanted = Set.of(
                    "posts",
                    "post-revisions",
                    "comments",
                    "comment-revisions",
                    "name-copies",
                    "membership-copies",
                    "drafts",
                    "series",
                    "series-steps-done",
                    "follow-copies",
                    "muted-tags",
                    "muted-members");
            Awaitility.await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                            exports.events(ExportGathered.class))
                    .filteredOn(piece -> piece.exportId().equals(export))
                    .extracting(ExportGathered::name)
                    .containsAll(wanted));
            String items = exports.events(ExportGathered.class).stream()
                    .filter(piece -> piece.exportId().equals(export))
                    .map(ExportGathered::items)
                    .collect(joining());
            assertThat(items)
                    .contains(writer.seen().toList())
                    .contains(writer.unseen()
                            .filter(value -> !value.matches("(pending|edited|unjudged)-evidence.*"))
                            .toList())
                    .doesNotContain(other.name())
                    .doesNotContain(other.id.toString());
        }
    }

    @Test
    void the_api_says_that_an_author_may_have_no_name() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.schemas.Author.properties.displayName.description", containsString("former member"))
                .body("components.schemas.Author.properties.displayName.type.toString()", containsString("null"));
    }

    private void erase(PublicContent choice) {
        erase(choice, ERASED, Instant.now());
    }

    private void erase(PublicContent choice, long revision, Instant requestedAt) {
        UUID erasure = UuidCreator.getTimeOrderedEpoch();
        scenario.publisher().publish(new ErasureRequested(erasure, writer.id, revision, choice, requestedAt));
        try (var erasures = new TopicReader(Topics.ERASURE)) {
            assertThat(erasures.await(ErasureAcknowledged.class, e -> e.erasureId()
                                    .equals(erasure))
                            .service())
                    .isEqualTo("content-service");
        }
    }

    private void awaitNoTrace(Stream<String> values) {
        List<String> forgotten = values.toList();
        Awaitility.await("no trace").atMost(30, TimeUnit.SECONDS).untilAsserted(() -> assertThat(traces.now())
                .filteredOn(trace -> forgotten.stream().anyMatch(trace::contains))
                .isEmpty());
    }

    /** All there is of the member, as soon as what is told has left the outbox and the pages are written. */
    private Set<String> settled(Writer member) {
        // The end of the id, which is in all that the member wrote: a page does not say whose it is.
        String mark = member.id.toString().substring(24);
        Awaitility.await("settled").atMost(30, TimeUnit.SECONDS).until(() -> {
            Set<String> once = traces.of(mark);
            return once.stream().noneMatch(trace -> trace.startsWith("outbox"))
                    && once.stream()
                                    .filter(trace -> trace.startsWith("post_pages"))
                                    .count()
                            == 2
                    && once.equals(traces.of(mark));
        });
        return traces.of(mark);
    }

    private MemberChanged changed(long revision, String name, Instant at) {
        return new MemberChanged(
                writer.id, revision, name, null, null, List.of(), List.of(), List.of(), null, null, "zh", at);
    }
}
