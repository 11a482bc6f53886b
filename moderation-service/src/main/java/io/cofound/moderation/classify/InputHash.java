package io.cofound.moderation.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Tells whether a model would come out the same: its texts, its rules and the code that makes it. */
final class InputHash {

    private InputHash() {}

    /** SHA-256, hexadecimal, of the texts, rules, weights and classes that models are made with, by name and content. */
    static String of(Path classes, Set<Path> outputs) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> inputs = files.filter(Files::isRegularFile)
                    .filter(file -> !outputs.contains(file) && isInput(file))
                    .sorted()
                    .toList();
            for (Path input : inputs) {
                digest.update(classes.relativize(input).toString().getBytes(UTF_8));
                digest.update(Files.readAllBytes(input));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean isInput(Path file) {
        String name = file.toString();
        return name.endsWith(".tsv")
                || name.endsWith(".bin")
                || file.getParent().endsWith("moderation/classify");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
