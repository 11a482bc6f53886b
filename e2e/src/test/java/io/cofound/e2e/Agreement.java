package io.cofound.e2e;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.cofound.contracts.Topics;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.PublicPost;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import org.bson.Document;
import org.bson.UuidRepresentation;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks up a post wherever something is known of it, and whether that is what its story says. */
final class Agreement implements AutoCloseable {

    private final Cofound cofound;
    private final Topic posts;
    private final Topic decisions;
    private final Topic partners;
    private final MongoClient documents;

    Agreement(Cofound cofound) {
        this.cofound = cofound;
        posts = Topic.internal(cofound, Topics.POST);
        decisions = Topic.internal(cofound, Topics.DECISION);
        partners = Topic.asPartner(cofound, Topics.PUBLIC_CONTENT);
        documents = MongoClients.create(com.mongodb.MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(
                        cofound.environment("content").get("MONGODB_URI")))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    void check(UUID post, Story story) {
        decidedOnce(post, story);
        toldOnce(post, story);
        shown(post, story);
        remembered(post, story);
    }

    @Override
    public void close() {
        posts.close();
        decisions.close();
        partners.close();
        documents.close();
    }

    /** One decision for each revision, one row for each ruling of it, numbered without a gap, and the last one stands. */
    private void decidedOnce(UUID post, Story story) {
        List<String> expected = IntStream.range(0, story.rulings().size())
                .mapToObj(revision -> {
                    List<Action> made = story.rulings().get(revision);
                    return "%d %d %s %s"
                            .formatted(
                                    revision + 1,
                                    made.size(),
                                    made.getLast(),
                                    String.join(
                                            ",",
                                            IntStream.range(0, made.size())
                                                    .mapToObj(ruling -> ruling + 1 + " " + made.get(ruling))
                                                    .toList()));
                })
                .toList();
        assertThat(moderation("""
                        select concat_ws(' ', subject_revision, ruling, action,
                            (select string_agg(number || ' ' || action, ',' order by number)
                             from ruling where decision_id = decision.id))
                        from decision where subject_id = '%s' order by subject_revision""", post)).as("decisions and rulings").isEqualTo(expected);
        assertThat(moderation(
                        "select kind from moderation_case where subject_id = '%s' and stage = 'OPEN' and kind in ('REVIEW', 'REPORT', 'APPEAL')",
                        post))
                .as("cases nobody has answered")
                .isEmpty();
        assertThat(moderation("select state from appeal where subject_id = '%s'", post))
                .as("appeals")
                .isEqualTo(story.appeal() == null ? List.of() : List.of(story.appeal()));
        assertThat(moderation("select subject_id from pending_review where subject_id = '%s'", post))
                .as("waiting for the language model")
                .isEmpty();
    }

    /** Each ruling is one event, however often it was sent, and the last record of the decision is the last ruling. */
    private void toldOnce(UUID post, Story story) {
        List<String> ids =
                moderation("select id from decision where subject_id = '%s' order by subject_revision", post);
        for (int revision = 0; revision < ids.size(); revision++) {
            UUID decision = UUID.fromString(ids.get(revision));
            List<Action> made = story.rulings().get(revision);
            assertThat(decisions.events(DecisionMade.class).stream()
                            .filter(told -> told.event().decisionId().equals(decision))
                            .map(told -> told.id() + told.event().ruling())
                            .distinct())
                    .as("events of rulings")
                    .hasSize(made.size());
            DecisionMade last = decisions.last(decision.toString(), DecisionMade.class);
            assertThat(last.ruling()).as("last ruling told").isEqualTo(made.size());
            assertThat(last.action()).as("last action told").isEqualTo(made.getLast());
        }
    }

    private void shown(UUID post, Story story) {
        int revision = story.rulings().size();
        String submission = Rows.value(
                cofound,
                "content",
                "select id from post_revision where post_id = '%s' and number = %d".formatted(post, revision));
        assertThat(content("""
                        select concat_ws(' ', p.state, p.revision, coalesce(p.published_revision, 0), p.shared, r.ruling, r.action)
                        from post p join post_revision r on r.post_id = p.id and r.number = p.revision
                        where p.id = '%s'""", post))
                .as("post")
                .isEqualTo("%s %d %d %s %d %s"
                        .formatted(
                                story.state(),
                                revision,
                                story.isVisible() ? revision : 0,
                                story.isVisible() ? "t" : "f",
                                story.rulings().getLast().size(),
                                story.rulings().getLast().getLast()));
        assertThat(content("select count(*) from feed_post where post_id = '%s'", post))
                .as("rows that feeds are made of")
                .isEqualTo(story.isVisible() ? "1" : "0");
        assertThat(cofound.anonymous().get("/posts/" + post).statusCode())
                .as("as others see it")
                .isEqualTo(story.isVisible() ? 200 : 404);
        assertThat(revisionOfDocument(post)).as("page document").isEqualTo(story.isVisible() ? (long) revision : null);
        assertThat(posts.last(post.toString(), PostPublished.class) != null)
                .as("last told of the post")
                .isEqualTo(story.isVisible());
        assertThat(posts.last(submission, PostRejected.class) != null)
                .as("last told of the submission: refused")
                .isEqualTo(!story.isVisible());
        assertThat(posts.last(submission, PostSubmitted.class))
                .as("waiting submission")
                .isNull();
        assertThat(posts.last(submission, PostHeld.class)).as("held submission").isNull();
        PublicPost shared = partners.last(post.toString(), PublicPost.class);
        assertThat(shared == null ? null : shared.revision())
                .as("what partners have")
                .isEqualTo(story.isVisible() ? (long) revision : null);
    }

    private void remembered(UUID post, Story story) {
        assertThat(community("""
                        select kind from notification where subject_id = '%s'
                        and (kind like 'POST\\_%%' or kind like 'APPEAL\\_%%') order by kind""", post)).as("notifications").isEqualTo(story.notifications());
        assertThat(community("select matter || ' ' || kind from trust_signal where subject_id = '%s' order by 1", post))
                .as("trust")
                .isEqualTo(story.trust());
        assertThat(community("select removed::text from published_post where post_id = '%s'", post))
                .as("counted post")
                .isEqualTo(story.wasEverVisible() ? List.of(story.isVisible() ? "false" : "true") : List.of());
        assertThat(community("select kind from activity where source_id = '%s'", post))
                .as("activity")
                .isEqualTo(story.wasEverVisible() ? List.of("POST") : List.of());
    }

    /** Null where there is no document. */
    private Long revisionOfDocument(UUID post) {
        Document page = documents
                .getDatabase("content-service")
                .getCollection("post_pages")
                .find(Filters.eq("_id", post))
                .first();
        return page == null
                ? null
                : Objects.requireNonNull(page.get("text", Document.class)).getLong("revision");
    }

    private List<String> moderation(String sql, UUID post) {
        return Rows.of(cofound, "moderation", sql.formatted(post));
    }

    private List<String> community(String sql, UUID post) {
        return Rows.of(cofound, "community", sql.formatted(post));
    }

    private String content(String sql, UUID post) {
        return Rows.value(cofound, "content", sql.formatted(post));
    }
}
