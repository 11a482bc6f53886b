package io.cofound.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import io.cofound.local.infrastructure.Checkout;

/**
 * Where one running stack keeps its things.
 *
 * @param root the folder that holds the {@code cofound} script and the modules
 * @param state everything that is written while it runs; ignored by git
 */
public record Home(Path root, Path state) {

    /** The home of {@code ./cofound}: the state lies beside the script. */
    static Home ofScript() {
        var root = Checkout.find().root();
        return new Home(root, root.resolve(".cofound"));
    }

    Path data() {
        return state.resolve("data");
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path lock() {
        return state.resolve("run/lock");
    }

    StateFile stateFile() {
        return new StateFile(state.resolve("run/stack.json"));
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Trained caches belong to the build, so that all stacks of one checkout share them. */
    Path aotCaches() {
        return root.resolve(".cofound/aot");
    }

    /** Deletes all data; the trained caches stay. */
    void clear() {
        if (Files.exists(data())) {
            delete(data());
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + folder, e);
        }
    }
}
