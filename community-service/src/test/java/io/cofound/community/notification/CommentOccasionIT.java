package io.cofound.community.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.content.CommentHeld;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.CommentRejected;
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

/** Who hears of a comment. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class CommentOccasionIT {

    private static final UUID COMMUNITY = UUID.randomUUID();

    private final UUID asker = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID answered = UUID.randomUUID();
    private final UUID named = UUID.randomUUID();
    private final UUID comment = UUID.randomUUID();
    private final Instant publishedAt = Instant.now();

    private Publisher publisher;

    @BeforeEach
    void open() {
        publisher = new Publisher();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void everybody_concerned_hears_of_a_comment_once_for_the_first_reason() {
        publisher.publish(published(1, author, answered, List.of(named, asker, answered), false));
        publisher.publish(published(2, author, answered, List.of(named, asker, answered), false));
        awaitOthers();

        assertThat(kinds(asker)).containsExactly("COMMENTED");
        assertThat(kinds(answered)).containsExactly("REPLIED");
        assertThat(kinds(named)).containsExactly("MENTIONED");
        assertThat(kinds(author)).isEmpty();
        assertThat(new Api(asker).notifications().getString("items[0].subjectId"))
                .isEqualTo(comment.toString());
    }

    @Test
    void nobody_is_told_of_the_own_comment() {
        publisher.publish(published(1, asker, asker, List.of(asker), true));
        awaitOthers();

        assertThat(kinds(asker)).isEmpty();
    }

    @Test
    void an_author_hears_once_that_the_comment_is_the_answer_also_long_after_it_was_published() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(30));
        publisher.publish(new CommentPublished(
                comment, 2, UUID.randomUUID(), COMMUNITY, author, asker, null, null, List.of(), true, longAgo));
        publisher.publish(new CommentPublished(
                comment, 3, UUID.randomUUID(), COMMUNITY, author, asker, null, null, List.of(), true, longAgo));
        awaitOthers();

        assertThat(kinds(author)).containsExactly("ANSWER_ACCEPTED");
        assertThat(kinds(asker)).isEmpty();
    }

    @Test
    void an_author_hears_how_the_comment_is_judged() {
        UUID post = UUID.randomUUID();
        UUID submission = UUID.randomUUID();
        publisher.publish(
                new CommentHeld(submission, comment, 1, post, COMMUNITY, author, UUID.randomUUID(), Instant.now()));
        publisher.publish(
                new CommentRejected(submission, comment, 1, post, COMMUNITY, author, UUID.randomUUID(), Instant.now()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kinds(author)).containsExactly("COMMENT_REJECTED", "COMMENT_HELD"));
    }

    @Test
    void who_does_not_want_to_hear_of_comments_still_hears_of_answers() {
        new Api(asker).prefer("COMMENTED", false, false, false);
        publisher.publish(published(1, author, asker, List.of(), false));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kinds(asker)).containsExactly("REPLIED"));
    }

    private CommentPublished published(
            long revision, UUID by, UUID parentAuthor, List<UUID> mentions, boolean accepted) {
        return new CommentPublished(
                comment,
                revision,
                UUID.randomUUID(),
                COMMUNITY,
                by,
                asker,
                UUID.randomUUID(),
                parentAuthor,
                mentions,
                accepted,
                publishedAt);
    }

    /** Under the same key as what came before, and so told after it. */
    private void awaitOthers() {
        UUID last = UUID.randomUUID();
        publisher.publish(new CommentPublished(
                comment,
                9,
                UUID.randomUUID(),
                COMMUNITY,
                UUID.randomUUID(),
                last,
                null,
                null,
                List.of(),
                false,
                publishedAt));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kinds(last)).containsExactly("COMMENTED"));
    }

    private static List<String> kinds(UUID of) {
        return new Api(of).notifications().getList("items.kind");
    }
}
