package io.cofound.content.post;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.moderation.Action;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever authors and moderators do, in whatever order. */
class PostProperties {

    private sealed interface Step {}

    private record Write() implements Step {}

    /** @param age how many revisions before the latest one was judged */
    private record Decide(int age, Action action) implements Step {}

    private record Remove() implements Step {}

    private record Shape(PostState state, long revision, Long shown) {

        static Shape of(Post post) {
            return new Shape(post.state, post.revision, post.publishedRevision);
        }

        Shape showing(Long number) {
            return new Shape(state, revision, number);
        }
    }

    @Property
    void pre_moderation_never_shows_a_text_that_nobody_allowed(@ForAll("steps") List<Step> steps) {
        Post post = submitted(ModerationMode.PRE);
        Set<Long> allowed = new HashSet<>();
        for (Step step : steps) {
            switch (step) {
                case Write() -> {
                    if (!post.isRemoved()) {
                        write(post, ModerationMode.PRE);
                    }
                }
                case Decide(int age, Action action) -> {
                    long judged = post.revision - age;
                    boolean counts = post.decide(judged, action);
                    // A model of its own: the last word counts on the latest text and on what others saw, not on
                    // others.
                    if (counts && action == Action.PUBLISH) {
                        allowed.add(judged);
                    } else if (counts) {
                        allowed.remove(judged);
                    }
                }
                case Remove() -> {
                    post.remove();
                    allowed.clear();
                }
            }
            if (post.isVisible()) {
                assertThat(allowed).contains(post.publishedRevision);
            }
        }
    }

    @Property
    void a_decision_about_an_older_text_can_only_take_it_from_view_and_give_it_back(
            @ForAll("steps") List<Step> steps, @ForAll ModerationMode mode, @ForAll Action action) {
        Post post = submitted(mode);
        steps.forEach(step -> perform(post, step, mode));
        Shape before = Shape.of(post);
        Long withheld = post.withheldRevision;

        boolean refusesWhatIsShown = action != Action.PUBLISH && post.isVisible() && !post.shows(post.revision);
        boolean givesBack = action == Action.PUBLISH && withheld != null && withheld < post.revision;
        for (long older = 0; older < post.revision; older++) {
            post.decide(older, action);
        }
        assertThat(post.decide(post.revision + 1, action)).isFalse();
        assertThat(Shape.of(post))
                .isEqualTo(refusesWhatIsShown ? before.showing(null) : givesBack ? before.showing(withheld) : before);
    }

    @Property
    void readers_never_see_a_post_go_back_to_an_earlier_text(
            @ForAll("steps") List<Step> steps, @ForAll ModerationMode mode) {
        Post post = submitted(mode);
        long seen = 0;
        for (Step step : steps) {
            perform(post, step, mode);
            if (post.isVisible()) {
                assertThat(post.publishedRevision).isGreaterThanOrEqualTo(seen);
                seen = post.publishedRevision;
            }
        }
    }

    @Property
    void removal_is_for_good(@ForAll("steps") List<Step> before, @ForAll("decisions") List<Decide> after) {
        Post post = submitted(ModerationMode.POST);
        before.forEach(step -> perform(post, step, ModerationMode.POST));
        post.remove();
        after.forEach(step -> perform(post, step, ModerationMode.POST));

        assertThat(post.isVisible()).isFalse();
        assertThat(post.state).isEqualTo(PostState.REMOVED);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.<Step>frequencyOf(
                        Tuple.of(6, decision()),
                        Tuple.of(4, Arbitraries.create(Write::new)),
                        Tuple.of(1, Arbitraries.create(Remove::new)))
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Decide>> decisions() {
        return decision().list().ofMaxSize(5);
    }

    private static Arbitrary<Decide> decision() {
        return Combinators.combine(Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1)), Arbitraries.of(Action.class))
                .as(Decide::new);
    }

    private static Post submitted(ModerationMode mode) {
        Post post = new Post(UUID.randomUUID(), UUID.randomUUID());
        write(post, mode);
        return post;
    }

    private static void perform(Post post, Step step, ModerationMode mode) {
        switch (step) {
            case Write() -> {
                if (!post.isRemoved()) {
                    write(post, mode);
                }
            }
            case Decide(int age, Action action) -> post.decide(post.revision - age, action);
            case Remove() -> post.remove();
        }
    }

    private static void write(Post post, ModerationMode mode) {
        post.write(PostText.of(PostType.NEWS, "Title", "Body", null, null, null, List.of()), mode);
    }
}
