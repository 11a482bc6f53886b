package io.cofound.matching.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunityKind;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.matching.embedding.Embedder;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MatchingIndexTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID MEMBER = UUID.randomUUID();
    private static final TopicPartition PARTITION = new TopicPartition("matching.opportunity", 2);

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_there_after_a_restart_with_the_offsets_it_was_read_at() {
        try (FilledIndex before = open()) {
            before.take(published(1, "robot"));
            before.read("matching.opportunity", 2, 7);
        }

        try (FilledIndex after = open()) {
            assertThat(found(after, "robot")).isEqualTo(1);
            assertThat(after.index().offsets()).isEqualTo(Map.of(PARTITION, 7L));
        }
    }

    @Test
    void a_crash_loses_documents_and_their_offsets_together() {
        FilledIndex crashed = open();
        crashed.take(published(1, "robot"));
        crashed.read("matching.opportunity", 2, 1);
        Path copy = folder.resolveSibling(folder.getFileName() + "-after-the-crash");
        copyTo(copy);

        try (FilledIndex after = new FilledIndex(copy, Embedder.none())) {
            assertThat(found(after, "robot")).isZero();
            assertThat(after.index().offsets()).isEmpty();
        }
        crashed.close();
    }

    @Test
    void a_deleted_index_reads_the_topics_from_the_start() throws IOException {
        try (FilledIndex before = open()) {
            before.take(published(1, "robot"));
            before.read("matching.opportunity", 2, 7);
        }
        emptyFolder();

        try (FilledIndex after = open()) {
            assertThat(new IndexOffsets(after.index()).next(List.of(PARTITION))).isEmpty();
            after.take(published(1, "robot"));
            assertThat(found(after, "robot")).isEqualTo(1);
        }
    }

    @Test
    void a_damaged_index_is_built_anew() throws IOException {
        try (FilledIndex before = open()) {
            before.take(published(1, "robot"));
            before.read("matching.opportunity", 2, 7);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        try (FilledIndex after = open()) {
            assertThat(after.index().offsets()).isEmpty();
            after.take(published(1, "robot"));
            assertThat(found(after, "robot")).isEqualTo(1);
        }
    }

    @Test
    void an_index_made_by_other_rules_is_built_anew() throws IOException {
        try (FilledIndex before = open()) {
            before.take(published(1, "robot"));
            before.read("matching.opportunity", 2, 7);
        }

        IndexFolder withAnotherModel = IndexFolder.open(folder, "another-model");

        assertThat(withAnotherModel.offsets()).isEmpty();
        assertThat(withAnotherModel.directory().listAll()).noneMatch(file -> file.startsWith("segments"));
    }

    @Test
    void an_index_that_lacks_its_vectors_is_built_anew_by_the_next_start() throws IOException {
        IndexFolder index = IndexFolder.open(folder, "a-model");
        Map<TopicPartition, Long> read = Map.of(PARTITION, 7L);

        assertThat(index.commitData(read, false).get("version"))
                .isNotEqualTo(index.commitData(read, true).get("version"));
    }

    @Test
    void an_older_revision_changes_nothing_and_the_same_one_twice_is_one() {
        try (FilledIndex index = open()) {
            index.take(published(2, "robot"), published(1, "balloon"), published(2, "robot"));

            assertThat(found(index, "robot")).isEqualTo(1);
            assertThat(found(index, "balloon")).isZero();
        }
    }

    @Test
    void what_is_closed_does_not_come_back_with_an_event_that_was_late_not_even_after_a_restart() {
        try (FilledIndex index = open()) {
            index.take(published(1, "robot"), new OpportunityClosed(ID, 3, MEMBER, Instant.now()));
            index.take(published(2, "robot"));
            assertThat(found(index, "robot")).isZero();
            index.read("matching.opportunity", 2, 3);
        }
        try (FilledIndex index = open()) {
            index.take(published(2, "robot"));
            assertThat(found(index, "robot")).isZero();
        }
    }

    private FilledIndex open() {
        return new FilledIndex(folder, Embedder.none());
    }

    private static OpportunityPublished published(long revision, String title) {
        return new OpportunityPublished(
                ID,
                revision,
                MEMBER,
                OpportunityKind.OFFER,
                OpportunityCategory.TECHNOLOGY,
                title,
                "text",
                "en",
                Instant.now());
    }

    private static int found(FilledIndex index, String word) {
        return index.index().read(searcher -> searcher.count(new TermQuery(new Term(Fields.TEXT, word))));
    }

    private void copyTo(Path copy) {
        try (Stream<Path> files = Files.list(folder)) {
            Files.createDirectories(copy);
            for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void emptyFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
