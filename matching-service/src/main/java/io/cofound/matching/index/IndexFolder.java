package io.cofound.matching.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

import io.cofound.matching.concept.Glossary;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;
import org.jboss.logging.Logger;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The folder of an index, with what its last commit says: which rules its documents were made by and up to where the
 * topics are in it. A folder that cannot be read, or was made by other rules, is emptied: the topics hold everything.
 */
final class IndexFolder {

    private static final Logger LOG = Logger.getLogger(IndexFolder.class);
    private static final String VERSION = "version";
    private static final String OFFSET = "offset:";

    /** To be raised when documents are made in another way. */
    private static final int RULES = 1;

    private final Directory directory;
    private final String version;
    private final Map<String, String> committed;

    private IndexFolder(Directory directory, String version, Map<String, String> committed) {
        this.directory = directory;
        this.version = version;
        this.committed = committed;
    }

    /** @param embedding how vectors are made */
    static IndexFolder open(Path path, String embedding) throws IOException {
        CRC32 glossary = new CRC32();
        glossary.update(Glossary.source().getBytes(UTF_8));
        String version = "%d/lucene-%s/%x/%s".formatted(RULES, Version.LATEST, glossary.getValue(), embedding);
        Files.createDirectories(path);
        Directory directory = FSDirectory.open(path);
        Map<String, String> committed = lastCommit(directory);
        if (!version.equals(committed.get(VERSION))) {
            LOG.infof("index is built from the start: it is %s, wanted %s", committed.get(VERSION), version);
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
            committed = Map.of();
        }
        return new IndexFolder(directory, version, committed);
    }

    Directory directory() {
        return directory;
    }

    Map<TopicPartition, Long> offsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        names().forEach((name, offset) -> {
            int dash = name.lastIndexOf('-');
            offsets.put(
                    new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1))), offset);
        });
        return offsets;
    }

    /** The next offset by topic and partition, as in {@code content.post-0}. */
    Map<String, Long> names() {
        Map<String, Long> names = new TreeMap<>();
        committed.forEach((key, value) -> {
            if (key.startsWith(OFFSET)) {
                names.put(key.substring(OFFSET.length()), Long.valueOf(value));
            }
        });
        return names;
    }

    /** @param incomplete documents lack what a later start may be able to add: it shall build the index again */
    Map<String, String> commitData(Map<TopicPartition, Long> offsets, boolean incomplete) {
        Map<String, String> data = new TreeMap<>();
        data.put(VERSION, incomplete ? version + "/incomplete" : version);
        offsets.forEach((partition, next) -> data.put(OFFSET + partition, Long.toString(next)));
        return data;
    }

    private static Map<String, String> lastCommit(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Map.of();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return SegmentInfos.readCommit(directory, reader.getIndexCommit().getSegmentsFileName())
                    .getUserData();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("index cannot be read: %s", e.getClass().getName());
            return Map.of();
        }
    }
}
