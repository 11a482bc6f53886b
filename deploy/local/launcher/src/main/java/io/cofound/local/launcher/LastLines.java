package io.cofound.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The end of a log, for people who want to know at once why something failed. */
final class LastLines {

    private static final int COUNT = 15;

    private LastLines() {}

    static String of(Path log) {
        try {
            // Not readAllLines: the end of a killed process's log may not be whole characters.
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .skip(Math.max(0, lines.size() - COUNT))
                    .map(line -> "    " + line)
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException e) {
            return "    " + e.getMessage();
        }
    }
}
