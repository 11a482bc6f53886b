package io.cofound.local.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs our own infrastructure programs on the Java that runs us. */
final class Jvm {

    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Runs a main class of a module with the class path that its build has put into {@code target}. */
    static List<String> command(Path target, int heapMegabytes, String mainClass, Object... arguments) {
        var command = new ArrayList<String>(List.of(
                java(),
                "-Xmx%dm".formatted(heapMegabytes),
                // short-lived and small: the least memory and the least work at the start
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                "%s:%s".formatted(target.resolve("classes"), target.resolve("lib/*")),
                mainClass));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }
}
