package io.cofound.moderation.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Tells whether a model would come out the same: its texts, its rules and the code that makes it. */
final class InputHash {

    /** Sources and not classes, of which another compiler makes others. */
    private static final List<String> INPUTS =
            List.of("src/main/java/io/cofound/moderation/classify", "src/main/resources/moderation", "src/training");

    private InputHash() {}

    /**
     * SHA-256, hexadecimal, of what models are made with, by name and content.
     *
     * @param module its folder
     * @param outputs files that do not count
     */
    static String of(Path module, Set<Path> outputs) throws IOException {
        MessageDigest digest = sha256();
        for (Path input : inputs(module)) {
            if (!outputs.contains(input)) {
                digest.update(module.relativize(input).toString().getBytes(UTF_8));
                digest.update(Files.readAllBytes(input));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> inputs(Path module) throws IOException {
        List<Path> inputs = new ArrayList<>();
        for (String folder : INPUTS) {
            try (Stream<Path> files = Files.walk(module.resolve(folder))) {
                files.filter(Files::isRegularFile).sorted().forEach(inputs::add);
            }
        }
        return inputs;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
