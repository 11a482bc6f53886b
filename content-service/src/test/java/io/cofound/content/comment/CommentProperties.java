package io.cofound.content.comment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.moderation.Action;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever authors, askers and moderators do, in whatever order. */
class CommentProperties {

    private sealed interface Step {}

    private record Write() implements Step {}

    /** @param age how many texts before the latest one was judged */
    private record Decide(int age, Action action) implements Step {}

    private record Accept() implements Step {}

    private record Remove() implements Step {}

    /** A comment with its texts, oldest first, as the services handle them. */
    private static final class Life {

        private final ModerationMode mode;
        private final Comment comment = new Comment(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), null);
        private final List<CommentRevision> texts = new ArrayList<>();
        private final Set<CommentRevision> allowed = new HashSet<>();

        Life(ModerationMode mode) {
            this.mode = mode;
            texts.add(comment.write("text", mode));
        }

        void perform(Step step) {
            switch (step) {
                case Write() -> {
                    if (!comment.isRemoved()) {
                        texts.add(comment.write("text", mode));
                    }
                }
                case Decide(int age, Action action) -> decide(texts.get(Math.max(0, texts.size() - 1 - age)), action);
                case Accept() -> {
                    if (comment.isVisible()) {
                        comment.accept();
                    }
                }
                case Remove() -> {
                    if (!comment.isRemoved()) {
                        comment.remove();
                    }
                }
            }
        }

        private void decide(CommentRevision text, Action action) {
            boolean visible = comment.isVisible();
            boolean counts = comment.decide(text.number, action);
            // A model of its own: the last word counts on the latest text and on what others saw, not on others.
            if (counts && action == Action.PUBLISH) {
                allowed.add(text);
            } else if (counts) {
                allowed.remove(text);
            }
            if (visible && !comment.isVisible() && comment.isPending()) {
                comment.resubmit(texts.getLast());
            }
        }

        CommentRevision shown() {
            return texts.stream()
                    .filter(text -> comment.publishedNumber.equals(text.number))
                    .findAny()
                    .orElseThrow();
        }
    }

    @Property
    void pre_moderation_never_shows_a_text_that_nobody_allowed(@ForAll("steps") List<Step> steps) {
        Life life = new Life(ModerationMode.PRE);
        for (Step step : steps) {
            life.perform(step);
            if (life.comment.isVisible()) {
                assertThat(life.allowed).contains(life.shown());
            }
        }
    }

    @Property
    void readers_never_see_a_comment_go_back_to_an_earlier_text(
            @ForAll("steps") List<Step> steps, @ForAll ModerationMode mode) {
        Life life = new Life(mode);
        int seen = 0;
        for (Step step : steps) {
            life.perform(step);
            if (life.comment.isVisible()) {
                int shown = life.texts.indexOf(life.shown());
                assertThat(shown).isGreaterThanOrEqualTo(seen);
                seen = shown;
            }
        }
    }

    @Property
    void what_readers_see_never_changes_without_a_revision_above_the_last_that_they_were_told(
            @ForAll("steps") List<Step> steps, @ForAll ModerationMode mode) {
        Life life = new Life(mode);
        Long shown = life.comment.publishedNumber;
        long told = shown == null ? 0 : life.comment.revision;
        for (Step step : steps) {
            boolean accepted = life.comment.accepted;
            life.perform(step);
            boolean changed = !java.util.Objects.equals(shown, life.comment.publishedNumber);
            if (life.comment.isVisible() && (changed || accepted != life.comment.accepted)) {
                // Only what comes back after a refusal comes back under the same revision.
                assertThat(life.comment.revision).isGreaterThanOrEqualTo(shown == null ? told : told + 1);
                told = life.comment.revision;
            }
            shown = life.comment.publishedNumber;
        }
    }

    @Property
    void numbers_of_texts_are_different_and_the_latest_is_the_highest(
            @ForAll("steps") List<Step> steps, @ForAll ModerationMode mode) {
        Life life = new Life(mode);
        steps.forEach(life::perform);

        assertThat(life.texts).extracting(text -> text.number).doesNotHaveDuplicates();
        assertThat(life.texts.getLast().number)
                .isEqualTo(life.comment.textNumber)
                .isEqualTo(
                        life.texts.stream().mapToLong(text -> text.number).max().orElseThrow());
    }

    @Property
    void only_what_is_visible_is_an_answer(@ForAll("steps") List<Step> steps, @ForAll ModerationMode mode) {
        Life life = new Life(mode);
        for (Step step : steps) {
            life.perform(step);
            assertThat(life.comment.accepted && !life.comment.isVisible()).isFalse();
        }
    }

    @Property
    void removal_is_for_good(@ForAll("steps") List<Step> before, @ForAll("steps") List<Step> after) {
        Life life = new Life(ModerationMode.POST);
        before.forEach(life::perform);
        life.perform(new Remove());
        after.forEach(life::perform);

        assertThat(life.comment.isVisible()).isFalse();
        assertThat(life.comment.state).isEqualTo(CommentState.REMOVED);
    }

    @Property
    void no_thread_is_deeper_than_its_last_level(@ForAll List<Boolean> deeper) {
        Comment comment = new Comment(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), null);
        for (boolean down : deeper) {
            Comment reply = new Comment(comment.postId, comment.communityId, UUID.randomUUID(), comment);
            boolean deepest = comment.level == Comment.LEVELS;
            assertThat(reply.level).isEqualTo((short) Math.min(Comment.LEVELS, comment.level + 1));
            assertThat(reply.parentId).isEqualTo(deepest ? comment.parentId : comment.id);
            assertThat(reply.answeredId).isEqualTo(comment.id);
            comment = down ? reply : comment;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> decision = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1)), Arbitraries.of(Action.class))
                .as(Decide::new);
        return Arbitraries.<Step>frequencyOf(
                        Tuple.of(6, decision),
                        Tuple.of(4, Arbitraries.create(Write::new)),
                        Tuple.of(2, Arbitraries.create(Accept::new)),
                        Tuple.of(1, Arbitraries.create(Remove::new)))
                .list()
                .ofMaxSize(20);
    }
}
