package io.cofound.matching.recommendation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostType;
import io.cofound.matching.concept.Glossary;
import io.cofound.matching.embedding.Embedder;
import io.cofound.matching.index.FilledIndex;
import io.cofound.matching.relevance.HybridSearch;
import io.cofound.matching.relevance.Phrases;
import io.cofound.matching.relevance.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PostRecommenderTest {

    private static final Instant NOW = Instant.now();
    private static final UUID COMMUNITY = UUID.randomUUID();
    private static final UUID READER = UUID.randomUUID();
    private static final UUID AUTHOR = UUID.randomUUID();

    @TempDir
    Path folder;

    private FilledIndex index;
    private PostRecommender recommender;

    @BeforeEach
    void open() {
        index = new FilledIndex(folder, Embedder.none());
        Glossary glossary = new Glossary();
        recommender =
                new PostRecommender(index.index(), new HybridSearch(glossary), glossary, () -> Duration.ofDays(7));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void a_hidden_community_is_recommended_from_to_its_members_only() {
        index.take(community(1, Visibility.HIDDEN), post("Secret", Visibility.HIDDEN, NOW));
        assertThat(titles(Optional.empty())).isEmpty();
        assertThat(titles(Optional.of(READER))).isEmpty();

        UUID membership = UUID.randomUUID();
        index.take(new MembershipGranted(membership, 1, COMMUNITY, READER, CommunityRole.MEMBER, NOW));
        assertThat(titles(Optional.of(READER))).containsExactly("Secret");

        index.take(new MembershipRevoked(membership, 2, COMMUNITY, READER, RevocationCause.LEFT, null, NOW));
        assertThat(titles(Optional.of(READER))).isEmpty();
    }

    @Test
    void posts_are_gone_for_outsiders_once_their_community_hides() {
        index.take(community(1, Visibility.PUBLIC), post("Open", Visibility.PUBLIC, NOW));
        assertThat(titles(Optional.empty())).containsExactly("Open");

        index.take(community(2, Visibility.HIDDEN));
        assertThat(titles(Optional.empty())).isEmpty();
    }

    @Test
    void a_post_that_tells_of_an_openness_that_was_is_not_shown_and_neither_is_one_ahead_of_its_community() {
        index.take(community(2, Visibility.HIDDEN), post("Late", Visibility.PUBLIC, NOW));
        assertThat(titles(Optional.empty())).isEmpty();

        UUID other = UUID.randomUUID();
        index.take(post(other, AUTHOR, "Unheard of", Visibility.LISTED, NOW));
        assertThat(titles(Optional.empty())).isEmpty();
    }

    @Test
    void a_community_that_has_opened_since_counts_more_than_what_the_post_tells() {
        index.take(community(2, Visibility.PUBLIC));
        index.read("community.community", 0, 1);
        index.close();
        open();

        index.take(post("Opened", Visibility.HIDDEN, NOW), NOW.minus(Duration.ofDays(1)));

        assertThat(titles(Optional.empty())).containsExactly("Opened");
    }

    @Test
    void removed_posts_and_own_ones_are_not_recommended() {
        PostPublished removed = post("Removed", Visibility.PUBLIC, NOW);
        index.take(community(1, Visibility.PUBLIC), removed, post("Stays", Visibility.PUBLIC, NOW));
        index.take(new PostRemoved(removed.postId(), 1, COMMUNITY, AUTHOR, NOW, NOW, null));
        index.take(post(COMMUNITY, READER, "Mine", Visibility.PUBLIC, NOW));

        assertThat(titles(Optional.of(READER))).containsExactly("Stays");
        assertThat(titles(Optional.empty())).containsExactlyInAnyOrder("Stays", "Mine");
    }

    @Test
    void a_post_that_was_held_and_then_allowed_is_recommended_again() {
        PostPublished post = post("Allowed after all", Visibility.PUBLIC, NOW);
        index.take(community(1, Visibility.PUBLIC), post);
        index.take(new PostRemoved(post.postId(), 1, COMMUNITY, AUTHOR, NOW, NOW, null));
        assertThat(titles(Optional.empty())).isEmpty();

        index.take(post);

        assertThat(titles(Optional.empty())).containsExactly("Allowed after all");
    }

    @Test
    void who_has_written_nothing_gets_the_freshest_first() {
        index.take(
                community(1, Visibility.PUBLIC),
                post("Last week", Visibility.PUBLIC, NOW.minus(Duration.ofDays(7))),
                post("Today", Visibility.PUBLIC, NOW));

        List<PostRecommendation> freshest = recommend(Optional.of(READER));

        assertThat(freshest).extracting(r -> r.post().title()).containsExactly("Today", "Last week");
        assertThat(freshest).extracting(PostRecommendation::score).containsExactly(1.0, 0.5);
    }

    @Test
    void what_the_reader_writes_about_comes_before_what_is_as_fresh_and_says_so() {
        index.take(
                community(1, Visibility.PUBLIC),
                post(COMMUNITY, READER, "Our greenhouse sensors", Visibility.PUBLIC, NOW),
                post("A new coffee place", Visibility.PUBLIC, NOW),
                post("智慧农业:温室里的传感器", Visibility.PUBLIC, NOW.minus(Duration.ofDays(2))));

        List<PostRecommendation> recommended = recommend(Optional.of(READER));

        assertThat(recommended).extracting(r -> r.post().title()).first().isEqualTo("智慧农业:温室里的传感器");
        assertThat(recommended.getFirst().reasons())
                .extracting(Reason::text)
                .contains("You write about agriculture", "Published 2 days ago; freshness halves every 7 days");
        assertThat(recommended).allSatisfy(r -> assertThat(r.score())
                .isCloseTo(
                        r.reasons().stream().mapToDouble(Reason::contribution).sum(),
                        org.assertj.core.api.Assertions.within(1e-9)));
    }

    @Test
    void without_consent_what_the_reader_writes_plays_no_part_and_the_answer_says_so() {
        index.take(
                community(1, Visibility.PUBLIC),
                post(COMMUNITY, READER, "Our greenhouse sensors", Visibility.PUBLIC, NOW),
                post("A new coffee place", Visibility.PUBLIC, NOW),
                post("智慧农业:温室里的传感器", Visibility.PUBLIC, NOW.minus(Duration.ofDays(2))));

        PostRecommendations anonymous = recommend(Optional.empty(), false);
        PostRecommendations refused = recommend(Optional.of(READER), false);
        PostRecommendations agreed = recommend(Optional.of(READER), true);

        assertThat(refused.basis()).isEqualTo(Basis.NOT_PERSONALISED);
        assertThat(refused.items())
                .isEqualTo(anonymous.items().stream()
                        .filter(r -> !r.post().authorId().equals(READER))
                        .toList());
        assertThat(agreed.basis()).isEqualTo(Basis.PERSONALISED);
        assertThat(agreed.items().getFirst()).isNotEqualTo(refused.items().getFirst());
    }

    @Test
    void without_consent_the_readers_communities_come_first_and_the_reason_says_so() {
        UUID elsewhere = UUID.randomUUID();
        index.take(
                community(1, Visibility.LISTED),
                new MembershipGranted(UUID.randomUUID(), 1, COMMUNITY, READER, CommunityRole.MEMBER, NOW),
                post("At home, four days old", Visibility.LISTED, NOW.minus(Duration.ofDays(4))),
                post(elsewhere, AUTHOR, "Elsewhere, new", Visibility.PUBLIC, NOW));

        List<PostRecommendation> recommended =
                recommend(Optional.of(READER), false).items();

        assertThat(recommended)
                .extracting(r -> r.post().title())
                .containsExactly("At home, four days old", "Elsewhere, new");
        assertThat(recommended.getFirst().reasons())
                .extracting(Reason::kind)
                .containsExactlyInAnyOrder(Reason.Kind.COMMUNITY, Reason.Kind.FRESHNESS);
        assertThat(recommended).allSatisfy(r -> assertThat(r.score())
                .isCloseTo(
                        r.reasons().stream().mapToDouble(Reason::contribution).sum(),
                        org.assertj.core.api.Assertions.within(1e-9)));
    }

    private List<String> titles(Optional<UUID> reader) {
        return recommend(reader).stream().map(r -> r.post().title()).toList();
    }

    private List<PostRecommendation> recommend(Optional<UUID> reader) {
        return recommend(reader, true).items();
    }

    private PostRecommendations recommend(Optional<UUID> reader, boolean personal) {
        return recommender.recommend(reader, personal, 20, NOW, Phrases.ENGLISH);
    }

    private static CommunityChanged community(long revision, Visibility visibility) {
        return new CommunityChanged(
                COMMUNITY,
                revision,
                "Founders",
                "",
                "",
                visibility,
                Joining.OPEN,
                ModerationMode.PRE,
                "en",
                AUTHOR,
                false,
                Instant.now());
    }

    private static PostPublished post(String title, Visibility visibility, Instant publishedAt) {
        return post(COMMUNITY, AUTHOR, title, visibility, publishedAt);
    }

    private static PostPublished post(
            UUID community, UUID author, String title, Visibility visibility, Instant publishedAt) {
        return new PostPublished(
                UUID.randomUUID(),
                1,
                community,
                author,
                PostType.NEWS,
                title,
                "…",
                null,
                null,
                null,
                List.of(),
                "en",
                "Somebody",
                visibility,
                publishedAt);
    }
}
