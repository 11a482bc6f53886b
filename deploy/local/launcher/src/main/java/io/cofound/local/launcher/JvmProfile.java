package io.cofound.local.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the JVM of one service is run.
 *
 * @param service the module's name
 * @param heapMegabytes the largest heap
 * @param metaspaceMegabytes the most room for classes: generous, it is only a guard against a leak
 * @param vectors whether it computes on vectors: Lucene's nearest neighbours, the embeddings, the classifier
 */
record JvmProfile(String service, int heapMegabytes, int metaspaceMegabytes, boolean vectors) {

    /** In the order of their start: the ones that take longest first, the door to them all last. */
    static final List<JvmProfile> ALL = List.of(
            new JvmProfile("moderation-service", 192, 256, true),
            new JvmProfile("matching-service", 192, 256, true),
            new JvmProfile("content-service", 128, 256, false),
            new JvmProfile("community-service", 128, 256, false),
            new JvmProfile("event-service", 128, 256, false),
            new JvmProfile("gateway", 128, 256, false));

    static JvmProfile of(String service) {
        return ALL.stream()
                .filter(profile -> profile.service.equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service is called " + service));
    }

    /** What the class path, the data and the topics call it: {@code content-service} is {@code content}. */
    String domain() {
        return service.replace("-service", "");
    }

    /** The flags that the trained cache depends on, too: one trained with others would not be used. */
    List<String> flags() {
        var flags = new ArrayList<>(List.of(
                // One collector thread and the smallest footprint: small heaps gain nothing from a concurrent one.
                "-XX:+UseSerialGC",
                "-Xms32m",
                "-Xmx%dm".formatted(heapMegabytes),
                "-XX:MaxMetaspaceSize=%dm".formatted(metaspaceMegabytes),
                "-Xss512k",
                // What the start needed once is given back.
                "-XX:-ShrinkHeapInSteps",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        if (vectors) {
            flags.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        } else {
            // Those who mostly wait for the network start in half the time without the second compiler.
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return List.copyOf(flags);
    }

    /** Runs the packaged service with the trained cache, where there is one. */
    List<String> command(Path java, Path jar, Optional<Path> aotCache) {
        return command(
                java,
                jar,
                aotCache.map(cache -> List.of("-XX:AOTCache=" + cache)).orElse(List.of()));
    }

    /** Runs the packaged service and writes the cache when it ends. */
    List<String> trainingCommand(Path java, Path jar, Path aotCache) {
        return command(java, jar, List.of("-XX:AOTCacheOutput=" + aotCache));
    }

    private List<String> command(Path java, Path jar, List<String> aotFlags) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(flags());
        command.addAll(aotFlags);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
