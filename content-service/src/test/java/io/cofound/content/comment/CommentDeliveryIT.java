package io.cofound.content.comment;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.cofound.content.ContentScenario;
import io.cofound.content.counter.Counters;
import io.cofound.contracts.EventCatalog;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.CommentHeld;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.CommentRejected;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.comment.CommentScenario.accepted;
import static io.cofound.content.comment.CommentScenario.answered;
import static io.cofound.content.comment.CommentScenario.edited;
import static io.cofound.content.comment.CommentScenario.read;
import static io.cofound.content.comment.CommentScenario.removed;
import static io.cofound.content.comment.CommentScenario.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What is told of comments, and what is counted. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class CommentDeliveryIT {

    private static final String TOMBSTONE = "tombstone";

    @Inject
    Counters counters;

    @Inject
    Comments comments;

    private final CommentScenario scenario = new CommentScenario();
    private final TopicReader topic = new TopicReader(Topics.COMMENT);
    private UUID post;

    @AfterEach
    void close() {
        topic.close();
        scenario.close();
    }

    @BeforeEach
    void ask() {
        post = ask(Visibility.PUBLIC, ModerationMode.PRE);
    }

    private UUID ask(Visibility visibility, ModerationMode moderation) {
        UUID community = scenario.content.community(visibility, moderation);
        scenario.content.joined(community, Person.MEI, CommunityRole.MEMBER);
        scenario.content.joined(community, Person.CHEN, CommunityRole.MEMBER);
        return scenario.question(community);
    }

    @Test
    void what_becomes_visible_is_told_and_counted_and_so_is_what_no_longer_is() throws Throwable {
        UUID comment = said(Person.MEI, post, "By seat.");
        assertThat(counted()).isZero();

        scenario.decided(Person.MEI, comment, 1, Action.PUBLISH);

        CommentPublished published = published(comment, 1);
        assertThat(published.postAuthorId()).isEqualTo(Person.ADA.id());
        assertThat(published.authorId()).isEqualTo(Person.MEI.id());
        assertThat(published.parentId()).isNull();
        assertThat(published.accepted()).isFalse();
        assertThat(counted()).isEqualTo(1);

        removed(Person.MEI, comment);
        CommentRemoved removed =
                topic.await(CommentRemoved.class, e -> e.commentId().equals(comment));
        assertThat(removed.revision()).isEqualTo(2);
        assertThat(removed.byDecision()).isNull();
        assertThat(removed.publishedAt()).isEqualTo(published.publishedAt());
        assertThat(counted()).isZero();
    }

    @Test
    void a_reply_names_what_it_answers_and_who_wrote_that() {
        UUID comment = said(Person.MEI, post, "By seat.");
        scenario.decided(Person.MEI, comment, 1, Action.PUBLISH);
        UUID reply = answered(Person.CHEN, post, comment, "Why?");
        scenario.decided(Person.CHEN, reply, 1, Action.PUBLISH);

        CommentPublished published = published(reply, 1);
        assertThat(published.parentId()).isEqualTo(comment);
        assertThat(published.parentAuthorId()).isEqualTo(Person.MEI.id());
    }

    @Test
    void a_text_is_in_the_topic_only_as_long_as_it_is_to_be_judged() {
        UUID allowed = said(Person.MEI, post, "Allowed");
        UUID held = said(Person.MEI, post, "Held");
        UUID rejected = said(Person.MEI, post, "Rejected");
        UUID replaced = said(Person.MEI, post, "Replaced");
        UUID removed = said(Person.MEI, post, "Removed");

        scenario.decide(allowed, 1, Action.PUBLISH);
        scenario.decide(held, 1, Action.HOLD);
        scenario.decide(rejected, 1, Action.REJECT);
        edited(Person.MEI, replaced, 1, "Replacing").statusCode(200);
        removed(Person.MEI, removed);

        awaitLast(allowed, 1, TOMBSTONE);
        awaitLast(held, 1, EventCatalog.typeOf(CommentHeld.class));
        awaitLast(rejected, 1, EventCatalog.typeOf(CommentRejected.class));
        awaitLast(replaced, 1, TOMBSTONE);
        awaitLast(replaced, 2, EventCatalog.typeOf(CommentSubmitted.class));
        awaitLast(removed, 1, TOMBSTONE);
    }

    @Test
    void what_waits_is_judged_also_when_the_text_before_it_is_taken_from_view() {
        UUID comment = said(Person.MEI, post, "First");
        DecisionMade allowed = scenario.decided(Person.MEI, comment, 1, Action.PUBLISH);
        edited(Person.MEI, comment, 1, "Second").statusCode(200);

        scenario.content.publisher().publish(ContentScenario.decidedAnew(allowed, Action.REJECT));

        CommentRemoved gone =
                topic.await(CommentRemoved.class, e -> e.commentId().equals(comment));
        CommentSubmitted again = topic.await(
                CommentSubmitted.class, e -> e.commentId().equals(comment) && e.revision() > gone.revision());
        assertThat(again.body()).isEqualTo("Second");
        assertThat(gone.byDecision()).isEqualTo(allowed.decisionId());

        scenario.decided(Person.MEI, comment, again.revision(), Action.PUBLISH);
        read(Person.BO, comment).statusCode(200).body("body", equalTo("Second"));
        assertThat(published(comment, again.revision()).publishedAt()).isEqualTo(gone.publishedAt());
    }

    @Test
    void members_are_named_by_link_or_by_a_name_that_only_one_of_the_community_has() {
        UUID comment = said(
                Person.CHEN,
                post,
                "@%s 和 @[x](%s)，@%s, @Nobody, @[me](%s), `@Ada Li`"
                        .formatted(
                                Person.MEI.displayName(), Person.ADA.id(), Person.MEI.displayName(), Person.CHEN.id()));

        scenario.decided(Person.CHEN, comment, 1, Action.PUBLISH);

        assertThat(published(comment, 1).mentions()).containsExactly(Person.MEI.id(), Person.ADA.id());
    }

    @Test
    void nobody_is_named_who_may_not_read_the_post() {
        UUID inside = ask(Visibility.LISTED, ModerationMode.PRE);
        scenario.content.joined(
                scenario.content.community(Visibility.PUBLIC, ModerationMode.PRE), Person.BO, CommunityRole.MEMBER);
        UUID comment = said(Person.CHEN, inside, "@[Bo](%s) @ada li @Bo Sørensen".formatted(Person.BO.id()));

        scenario.decided(Person.CHEN, comment, 1, Action.PUBLISH);

        assertThat(published(comment, 1).mentions()).containsExactly(Person.ADA.id());
    }

    @Test
    void one_comment_at_a_time_is_the_answer() {
        UUID first = published("By seat.");
        UUID second = published("By use.");

        accepted(Person.MEI, post, first).statusCode(403);
        accepted(Person.ADA, post, first).statusCode(200).body("accepted", equalTo(true));
        accepted(Person.ADA, post, first).statusCode(200).body("revision", equalTo(2));
        assertThat(published(first, 2).accepted()).isTrue();
        CommentScenario.thread(post)
                .body("accepted.id", equalTo(first.toString()))
                .body("items.accepted", equalTo(List.of(true, false)));

        accepted(Person.ADA, post, second).statusCode(200);
        assertThat(published(first, 3).accepted()).isFalse();
        assertThat(published(second, 2).accepted()).isTrue();
        CommentScenario.thread(post).body("accepted.id", equalTo(second.toString()));

        ContentScenario.as(Person.ADA)
                .delete("/api/v1/posts/" + post + "/answer")
                .then()
                .statusCode(204);
        assertThat(published(second, 3).accepted()).isFalse();
        CommentScenario.thread(post).body("accepted", nullValue());
    }

    @Test
    void an_answer_is_a_comment_on_a_question_that_others_see() {
        UUID other = ask(Visibility.PUBLIC, ModerationMode.PRE);
        UUID elsewhere = published("By seat.");
        UUID unseen = said(Person.MEI, other, "By use.");
        UUID news = scenario.content.published(
                Person.ADA, scenario.content.community(Visibility.PUBLIC, ModerationMode.PRE), "News");

        accepted(Person.ADA, other, elsewhere).statusCode(422);
        accepted(Person.ADA, other, unseen).statusCode(422);
        accepted(Person.ADA, news, elsewhere).statusCode(409);
        accepted(Person.BO, UUID.randomUUID(), elsewhere).statusCode(404);
    }

    @Test
    void an_answer_that_is_removed_is_none_any_more() {
        UUID comment = published("By seat.");
        accepted(Person.ADA, post, comment).statusCode(200);

        removed(Person.MEI, comment);

        CommentScenario.thread(post).body("accepted", nullValue());
        assertThat(topic.await(CommentRemoved.class, e -> e.commentId().equals(comment))
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void what_is_composed_of_comments_gets_the_first_of_them_with_their_first_replies() throws Throwable {
        UUID first = published("By seat.");
        UUID reply = answered(Person.CHEN, post, first, "Why?");
        scenario.decided(Person.CHEN, reply, 1, Action.PUBLISH);
        UUID second = published("By use.");

        List<ShownComment> shown =
                inSession(() -> comments.firstOf(List.of(post))).get(post).items();

        assertThat(shown).extracting(ShownComment::id).containsExactly(first, second);
        assertThat(shown.getFirst().authorId()).isEqualTo(Person.MEI.id());
        assertThat(shown.getFirst().replyCount()).isEqualTo(1);
        assertThat(shown.getFirst().replies()).extracting(ShownComment::body).containsExactly("Why?");
    }

    private UUID published(String body) {
        UUID comment = said(Person.MEI, post, body);
        scenario.decided(Person.MEI, comment, 1, Action.PUBLISH);
        return comment;
    }

    private CommentPublished published(UUID comment, long revision) {
        return topic.await(CommentPublished.class, e -> e.commentId().equals(comment) && e.revision() == revision);
    }

    private long counted() throws Throwable {
        var counts = inSession(() -> counters.of(List.of(post))).get(post);
        return counts == null ? 0 : counts.comments();
    }

    private static <T> T inSession(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(work));
    }

    private void awaitLast(UUID comment, long revision, String type) {
        UUID submission = topic.await(
                        CommentSubmitted.class, e -> e.commentId().equals(comment) && e.revision() == revision)
                .submissionId();
        Awaitility.await(type).atMost(20, TimeUnit.SECONDS).untilAsserted(() -> assertThat(topic.records())
                .filteredOn(record -> record.key().equals(submission.toString()))
                .last()
                .extracting(record -> record.value() == null ? TOMBSTONE : TopicReader.header(record, "ce_type"))
                .isEqualTo(type));
    }
}
