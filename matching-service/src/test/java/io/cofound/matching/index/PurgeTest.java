package io.cofound.matching.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.cofound.contracts.Event;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunityKind;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.matching.embedding.Embedder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PurgeTest {

    private static final UUID POST = UUID.randomUUID();
    private static final UUID OPPORTUNITY = UUID.randomUUID();
    private static final UUID AUTHOR = UUID.randomUUID();
    private static final UUID COMMUNITY = UUID.randomUUID();
    private static final Instant NOW = Instant.now();
    private static final String NAME = "Quexolda 鹮鹬";
    private static final String TITLE = "Vombrixal 玳瑁灯塔";
    private static final String WORD = "zulpendra";

    @TempDir
    Path folder;

    private FilledIndex index;

    @BeforeEach
    void open() {
        index = new FilledIndex(folder, Embedder.none());
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void a_removed_post_is_in_no_file() {
        commit(post(POST, 1, NAME, TITLE));
        assertThat(held(TITLE, NAME, WORD)).containsExactly(TITLE, NAME, WORD);

        index.take(new PostRemoved(POST, 1, COMMUNITY, AUTHOR, NOW, NOW, null));
        index.purge();

        assertThat(held(TITLE, NAME, WORD)).isEmpty();
        assertThat(held("Stays")).containsExactly("Stays");
    }

    @Test
    void a_closed_opportunity_is_in_no_file() {
        commit(opportunity());
        assertThat(held(WORD)).containsExactly(WORD);

        index.take(new OpportunityClosed(OPPORTUNITY, 2, AUTHOR, NOW));
        index.purge();

        assertThat(held(WORD, "vombrixal")).isEmpty();
    }

    @Test
    void a_name_that_is_withdrawn_at_the_same_revision_is_in_no_file_and_the_post_stays() {
        commit(post(POST, 3, NAME, TITLE));

        index.take(post(POST, 3, null, TITLE));
        index.purge();

        assertThat(held(NAME, TITLE)).containsExactly(TITLE);
    }

    @Test
    void a_name_that_is_withdrawn_with_a_new_revision_is_in_no_file_either() {
        commit(post(POST, 3, NAME, TITLE));

        index.take(post(POST, 4, null, TITLE));
        index.purge();

        assertThat(held(NAME, TITLE)).containsExactly(TITLE);
    }

    @Test
    void a_withdrawn_name_does_not_come_back_with_a_record_that_is_read_again() {
        commit(post(POST, 3, NAME, TITLE));
        index.take(post(POST, 3, null, TITLE));

        index.take(post(POST, 3, NAME, TITLE));
        index.purge();

        assertThat(held(NAME)).isEmpty();
    }

    @Test
    void what_was_removed_before_a_stop_is_purged_after_the_next_start() {
        commit(post(POST, 1, NAME, TITLE));
        index.take(new PostRemoved(POST, 1, COMMUNITY, AUTHOR, NOW, NOW, null));
        index.read("content.post", 0, 3);
        index.close();
        assertThat(held(TITLE)).containsExactly(TITLE);

        index = new FilledIndex(folder, Embedder.none());
        index.purge();

        assertThat(held(TITLE, NAME)).isEmpty();
    }

    /** In one segment with much that stays: where little is left, Lucene writes the rest anew by itself. */
    private void commit(Event event) {
        index.take(Stream.concat(
                        Stream.of(event), Stream.generate(PurgeTest::another).limit(20))
                .toArray(Event[]::new));
        index.read("content.post", 0, 2);
        index.commit();
    }

    private static Event another() {
        return post(UUID.randomUUID(), 1, "Somebody", "Stays", "this");
    }

    private List<String> held(String... values) {
        return List.of(values).stream()
                .filter(value -> IndexFiles.hold(folder, value))
                .toList();
    }

    private static OpportunityPublished opportunity() {
        return new OpportunityPublished(
                OPPORTUNITY,
                1,
                AUTHOR,
                OpportunityKind.NEED,
                OpportunityCategory.FUNDING,
                TITLE,
                "About " + WORD,
                "en",
                NOW);
    }

    private static PostPublished post(UUID id, long revision, String authorName, String title) {
        return post(id, revision, authorName, title, WORD);
    }

    private static PostPublished post(UUID id, long revision, String authorName, String title, String subject) {
        return new PostPublished(
                id,
                revision,
                COMMUNITY,
                AUTHOR,
                PostType.NEWS,
                title,
                "About " + subject,
                null,
                null,
                null,
                List.of(),
                "en",
                authorName,
                Visibility.PUBLIC,
                NOW);
    }
}
