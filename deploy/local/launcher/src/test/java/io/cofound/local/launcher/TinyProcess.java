package io.cofound.local.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.cofound.local.process.ProcessSpec;
import io.cofound.local.process.Readiness;

/** Shell scripts in the place of services. */
final class TinyProcess {

    private TinyProcess() {}

    /** Is ready as long as its script keeps a file of its name in the folder. */
    static ProcessSpec of(String name, Path folder, String script) {
        Path ready = folder.resolve(name + ".ready");
        return of(name, folder, script, () -> ready.toFile().exists());
    }

    static ProcessSpec of(String name, Path folder, String script, Readiness readiness) {
        return new ProcessSpec(
                name,
                List.of("sh", "-c", script),
                Map.of("READY", folder.resolve(name + ".ready").toString()),
                folder,
                List.of(),
                readiness,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                folder.resolve(name + ".log"));
    }
}
