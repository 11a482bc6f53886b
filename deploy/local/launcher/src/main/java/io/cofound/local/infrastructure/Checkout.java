package io.cofound.local.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that the project's sources and what is built of them lie in.
 *
 * @param root the folder that holds the {@code cofound} script
 */
public record Checkout(Path root) {

    private static final Path LOCAL = Path.of("deploy", "local");

    /**
     * The folder named by the system property {@code cofound.root}, or else the nearest one at or above the working
     * directory.
     *
     * @throws IllegalStateException if there is none
     */
    public static Checkout find() {
        var start = Path.of(
                        Optional.ofNullable(System.getProperty("cofound.root")).orElse(""))
                .toAbsolutePath()
                .normalize();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(LOCAL)))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(() ->
                        new IllegalStateException("Neither %s nor a folder above it holds %s".formatted(start, LOCAL)));
    }

    /** What the build has put into {@code target} of one of the local modules. */
    Path built(String module) {
        var target = root.resolve(LOCAL).resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            throw new IllegalStateException("%s is not built: run mvn package -pl %s"
                    .formatted(root.relativize(target), LOCAL.resolve(module)));
        }
        return target;
    }

    Path realm() {
        return root.resolve("deploy/keycloak/cofound-realm.json");
    }
}
