package io.cofound.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The logs of the processes; those of the run before this one are kept, older ones are not. */
record Logs(Path folder) {

    private static final String SUFFIX = ".log";

    void startAnew() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (var file : files) {
                    putAside(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start new logs in " + folder, e);
        }
    }

    private static void putAside(Path file) throws IOException {
        var name = file.getFileName().toString();
        // This one is being written already.
        if (!name.equals("supervisor" + SUFFIX)) {
            var previous = name.substring(0, name.length() - SUFFIX.length()) + ".previous";
            Files.move(file, file.resolveSibling(previous), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
