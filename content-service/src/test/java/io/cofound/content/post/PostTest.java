package io.cofound.content.post;

import java.util.List;
import java.util.UUID;

import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.moderation.Action;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostTest {

    private final Post post = new Post(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void in_a_pre_moderated_community_nobody_sees_a_post_before_it_is_allowed() {
        write(ModerationMode.PRE);
        assertThat(post.isVisible()).isFalse();

        post.decide(1, Action.PUBLISH);
        assertThat(post.state).isEqualTo(PostState.PUBLISHED);
        assertThat(post.shows(1)).isTrue();
    }

    @Test
    void the_published_text_stays_while_an_edit_is_judged_and_when_it_is_rejected() {
        write(ModerationMode.PRE);
        post.decide(1, Action.PUBLISH);
        var firstSeen = post.publishedAt;

        write(ModerationMode.PRE);
        assertThat(post.state).isEqualTo(PostState.PENDING);
        assertThat(post.shows(1)).isTrue();

        post.decide(2, Action.REJECT);
        assertThat(post.state).isEqualTo(PostState.REJECTED);
        assertThat(post.shows(1)).isTrue();

        write(ModerationMode.PRE);
        post.decide(3, Action.PUBLISH);
        assertThat(post.shows(3)).isTrue();
        assertThat(post.publishedAt).isEqualTo(firstSeen);
    }

    @Test
    void a_late_refusal_takes_down_the_text_that_others_still_see() {
        write(ModerationMode.POST);
        write(ModerationMode.PRE);
        assertThat(post.shows(1)).isTrue();

        assertThat(post.decide(1, Action.REJECT)).as("the author's concern").isTrue();

        assertThat(post.isVisible()).isFalse();
        assertThat(post.state).isEqualTo(PostState.PENDING);
    }

    @Test
    void what_a_refusal_took_from_view_comes_back_though_an_edit_was_refused_meanwhile() {
        write(ModerationMode.PRE);
        post.decide(1, Action.PUBLISH);
        write(ModerationMode.PRE);
        post.decide(2, Action.HOLD);

        assertThat(post.decide(1, Action.REJECT)).isTrue();
        assertThat(post.withheld(UUID.randomUUID()).revision()).isEqualTo(1);
        assertThat(post.decide(1, Action.PUBLISH)).isTrue();

        assertThat(post.shows(1)).isTrue();
        assertThat(post.state).isEqualTo(PostState.HELD);
    }

    @Test
    void what_a_refusal_took_from_view_does_not_come_back_once_something_newer_was_seen() {
        write(ModerationMode.PRE);
        post.decide(1, Action.PUBLISH);
        write(ModerationMode.PRE);
        post.decide(1, Action.REJECT);
        post.decide(2, Action.PUBLISH);
        post.decide(2, Action.REJECT);

        assertThat(post.decide(1, Action.PUBLISH)).isFalse();
        assertThat(post.isVisible()).isFalse();
    }

    @Test
    void what_was_replaced_before_anybody_saw_it_stays_unseen() {
        write(ModerationMode.PRE);
        post.decide(1, Action.HOLD);
        write(ModerationMode.PRE);

        assertThat(post.decide(1, Action.REJECT)).isFalse();
        assertThat(post.decide(1, Action.PUBLISH)).isFalse();
        assertThat(post.isVisible()).isFalse();
    }

    @Test
    void a_person_may_release_what_was_held() {
        write(ModerationMode.PRE);
        post.decide(1, Action.HOLD);
        assertThat(post.isVisible()).isFalse();

        assertThat(post.decide(1, Action.PUBLISH)).isTrue();
        assertThat(post.shows(1)).isTrue();
    }

    @Test
    void in_a_post_moderated_community_a_text_is_seen_at_once_and_taken_down_by_a_refusal() {
        write(ModerationMode.POST);
        assertThat(post.shows(1)).isTrue();

        post.decide(1, Action.REJECT);
        assertThat(post.isVisible()).isFalse();
    }

    @Test
    void editing_is_no_way_around_a_refusal() {
        write(ModerationMode.POST);
        post.decide(1, Action.HOLD);

        write(ModerationMode.POST);
        write(ModerationMode.POST);
        assertThat(post.isVisible()).isFalse();

        post.decide(3, Action.PUBLISH);
        assertThat(post.shows(3)).isTrue();
    }

    @Test
    void a_removed_post_is_gone_whatever_is_decided_later() {
        write(ModerationMode.PRE);
        post.remove();

        assertThat(post.decide(1, Action.PUBLISH)).isFalse();
        assertThat(post.state).isEqualTo(PostState.REMOVED);
        assertThat(post.isVisible()).isFalse();
    }

    @Test
    void without_its_author_what_others_see_stays_as_a_revision_of_its_own() {
        PostRevision shown = write(ModerationMode.PRE);
        post.decide(1, Action.PUBLISH);
        write(ModerationMode.PRE);

        post.outliveAuthor(shown);

        assertThat(post.shows(3)).isTrue();
        assertThat(shown.number).isEqualTo(3);
        assertThat(post.state).isEqualTo(PostState.PUBLISHED);
        assertThat(post.decide(2, Action.REJECT)).as("about what is gone").isFalse();
        assertThat(post.isVisible()).isTrue();
    }

    private PostRevision write(ModerationMode mode) {
        return post.write(PostText.of(PostType.NEWS, "Title", "Body", null, null, null, List.of()), mode);
    }
}
