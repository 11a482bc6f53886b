package io.cofound.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trained start-up caches, one per service. A cache fits one build on one JVM with one set of flags only, so its
 * name tells which.
 */
final class AotCaches {

    private final Path folder;

    AotCaches(Path folder) {
        this.folder = folder;
    }

    /** The cache for this very build, if it was trained. */
    Optional<Path> find(JvmProfile profile, Path jar) {
        return Optional.of(file(profile, jar)).filter(Files::exists);
    }

    /** Where the cache for this build belongs. */
    Path file(JvmProfile profile, Path jar) {
        return folder.resolve("%s-%s.aot".formatted(profile.service(), key(profile, jar)));
    }

    /** Puts a finished cache in its place and forgets those of earlier builds. */
    void keep(JvmProfile profile, Path jar, Path trained) {
        var file = file(profile, jar);
        try (Stream<Path> others = Files.list(folder)) {
            Files.move(trained, file);
            for (var other : others.filter(any -> isOf(profile, any)).toList()) {
                if (!other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + file, e);
        }
    }

    private static boolean isOf(JvmProfile profile, Path file) {
        return file.getFileName().toString().matches("%s-[0-9a-f]+\\.aot".formatted(profile.service()));
    }

    private static String key(JvmProfile profile, Path jar) {
        try {
            var facts = String.join(
                    "\n",
                    // The JVM itself refuses a cache when a jar of the class path has another time than in training.
                    Files.getLastModifiedTime(jar).toString(),
                    Long.toString(Files.size(jar)),
                    jar.toString(),
                    Runtime.version().toString(),
                    profile.flags().toString());
            var hash = MessageDigest.getInstance("SHA-256").digest(facts.getBytes());
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
