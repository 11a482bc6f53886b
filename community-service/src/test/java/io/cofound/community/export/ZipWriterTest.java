package io.cofound.community.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ZipWriterTest {

    @Test
    void pieces_of_one_file_are_joined_and_files_kept_apart() throws IOException {
        ZipWriter zip = new ZipWriter();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();

        sent.write(zip.append("a/posts.json", "[\"创业"));
        sent.write(zip.append("a/posts.json", "者\"]"));
        sent.write(zip.append("b/posts.json", "[]"));
        sent.write(zip.finish());

        assertThat(read(sent.toByteArray()))
                .containsExactly(entry("a/posts.json", "[\"创业者\"]"), entry("b/posts.json", "[]"));
    }

    @Test
    void what_was_sent_is_not_kept() throws IOException {
        ZipWriter zip = new ZipWriter();
        String random = new java.util.Random(1)
                .ints(200_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        int first = zip.append("a", random).length;
        int second = zip.append("a", random).length;

        assertThat(second).isBetween(first / 2, first * 2);
    }

    static Map<String, String> read(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
