package io.cofound.community.activity;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostType;
import io.cofound.platform.events.Received;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FactsTest {

    private static final UUID COMMUNITY = UUID.randomUUID();
    private static final UUID MEMBER = UUID.randomUUID();
    private static final UUID ID = UUID.randomUUID();
    private static final UUID POST = UUID.randomUUID();
    private static final Instant THEN = Instant.EPOCH.plusNanos(1_999);

    @Test
    void an_edited_post_is_one_activity_and_its_last_state() {
        Facts facts = facts(published(1, PostType.NEWS), published(2, PostType.QUESTION));

        assertThat(facts.posts().values()).singleElement().matches(PostFact::question);
        assertThat(facts.activities().stream().distinct()).hasSize(1);
    }

    @Test
    void a_removed_post_was_an_activity_all_the_same() {
        Facts facts = facts(new PostRemoved(ID, 1, COMMUNITY, MEMBER, THEN, THEN.plusSeconds(5), null));

        assertThat(facts.activities()).extracting(ActivityFact::kind).containsExactly(ActivityKind.POST);
        assertThat(facts.posts().values()).singleElement().matches(PostFact::removed);
    }

    @Test
    void a_post_that_nobody_saw_is_nothing() {
        Facts facts = facts(new PostRemoved(ID, 1, COMMUNITY, MEMBER, null, THEN, null));

        assertThat(facts.activities()).isEmpty();
        assertThat(facts.posts()).isEmpty();
    }

    @Test
    void a_comment_that_is_published_again_and_removed_is_one_activity_and_one_comment() {
        Facts facts = facts(
                comment(1, false),
                comment(2, true),
                new CommentRemoved(ID, 3, POST, COMMUNITY, MEMBER, THEN, THEN.plusSeconds(5), null));

        assertThat(facts.activities().stream().distinct())
                .singleElement()
                .extracting(ActivityFact::kind)
                .isEqualTo(ActivityKind.COMMENT);
        assertThat(facts.comments().stream().distinct()).hasSize(1);
    }

    @Test
    void a_comment_that_nobody_saw_is_nothing() {
        Facts facts = facts(new CommentRemoved(ID, 1, POST, COMMUNITY, MEMBER, null, THEN, null));

        assertThat(facts.activities()).isEmpty();
        assertThat(facts.comments()).isEmpty();
    }

    @Test
    void joining_is_no_activity() {
        Facts facts = facts(new MembershipGranted(ID, 1, COMMUNITY, MEMBER, CommunityRole.MEMBER, THEN));

        assertThat(facts.memberships()).hasSize(1);
        assertThat(facts.activities()).isEmpty();
    }

    @Test
    void the_end_of_a_membership_by_erasure_tells_nothing_of_the_erased() {
        Facts facts = facts(new MembershipRevoked(ID, 2, COMMUNITY, MEMBER, RevocationCause.ERASED, null, THEN));

        assertThat(facts.memberships()).isEmpty();
    }

    @Test
    void times_are_as_the_database_keeps_them() {
        Facts facts = facts(published(1, PostType.NEWS));

        assertThat(facts.activities()).extracting(ActivityFact::at).containsExactly(Instant.EPOCH.plusNanos(1_000));
    }

    private static CommentPublished comment(long revision, boolean accepted) {
        return new CommentPublished(
                ID, revision, POST, COMMUNITY, MEMBER, UUID.randomUUID(), null, null, List.of(), accepted, THEN);
    }

    private static PostPublished published(long revision, PostType type) {
        return new PostPublished(
                ID,
                revision,
                COMMUNITY,
                MEMBER,
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
                THEN);
    }

    private static Facts facts(Event... events) {
        return Facts.of(Arrays.stream(events)
                .map(event -> new Received(UUID.randomUUID(), THEN, event))
                .toList());
    }
}
