package io.cofound.matching.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** What somebody finds who has the files of an index: their bytes, and all that Lucene can read of deleted documents too. */
public final class IndexFiles {

    private IndexFiles() {}

    /** Whether the value stands in a file, in a stored field, or in a term; big or small letters make no difference. */
    public static boolean hold(Path folder, String value) {
        try {
            return bytesHold(folder, value) || readable(folder).stream().anyMatch(text -> text.contains(lower(value)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean bytesHold(Path folder, String value) throws IOException {
        String wanted = new String(value.getBytes(UTF_8), ISO_8859_1);
        String small = new String(lower(value).getBytes(UTF_8), ISO_8859_1);
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            try {
                String bytes = Files.readString(file, ISO_8859_1);
                if (bytes.contains(wanted) || bytes.contains(small)) {
                    return true;
                }
            } catch (NoSuchFileException e) {
                continue; // merged away meanwhile
            }
        }
        return false;
    }

    private static Set<String> readable(Path folder) throws IOException {
        Set<String> texts = new HashSet<>();
        try (var directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                collectStored(leaf.reader(), texts);
                for (FieldInfo field : leaf.reader().getFieldInfos()) {
                    collectTerms(leaf.reader().terms(field.name), texts);
                }
            }
        }
        return texts;
    }

    private static void collectStored(LeafReader leaf, Set<String> texts) throws IOException {
        for (int document = 0; document < leaf.maxDoc(); document++) {
            leaf.storedFields()
                    .document(document)
                    .forEach(field -> texts.add(lower(
                            String.valueOf(field.stringValue() == null ? field.numericValue() : field.stringValue()))));
        }
    }

    private static void collectTerms(Terms terms, Set<String> texts) throws IOException {
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            texts.add(lower(new String(term.bytes, term.offset, term.length, UTF_8)));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
