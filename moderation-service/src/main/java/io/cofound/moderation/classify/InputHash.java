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

/** Tells whether a model would come out the same: its texts, its rules and the code that makes it. */
final class InputHash {

    private InputHash() {}

    /** SHA-256, hexadecimal, of the texts, rules and classes of this package under the folders, by name and content. */
    static String of(List<Path> folders, Set<Path> outputs) throws IOException {
        MessageDigest digest = sha256();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> inputs = files.filter(Files::isRegularFile)
                        .filter(file -> !outputs.contains(file) && isInput(file))
                        .sorted()
                        .toList();
                for (Path input : inputs) {
                    digest.update(
                            folder.relativize(input).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(input));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean isInput(Path file) {
        return file.toString().endsWith(".tsv") || file.getParent().endsWith("moderation/classify");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
