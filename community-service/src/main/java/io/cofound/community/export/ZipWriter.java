package io.cofound.community.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes a ZIP bit by bit: every method returns what is to be sent next, which may be nothing yet. */
final class ZipWriter {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(written, UTF_8);
    private String current;

    /** Appends to the file; begins it if it is another than the last. A file that was left cannot be gone back to. */
    byte[] append(String file, String text) {
        try {
            if (!file.equals(current)) {
                zip.putNextEntry(new ZipEntry(file));
                current = file;
            }
            zip.write(text.getBytes(UTF_8));
            return drain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] finish() {
        try {
            zip.close();
            return drain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] drain() {
        byte[] bytes = written.toByteArray();
        written.reset();
        return bytes;
    }
}
