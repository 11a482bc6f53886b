package io.cofound.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.cofound.local.infrastructure.Ports;
import io.cofound.local.process.ManagedProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AotTrainingIT {

    private final JvmProfile profile = JvmProfile.of("event-service");
    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private ServiceProcesses services;
    private AotCaches caches;
    private AotTraining training;

    @BeforeEach
    void createTraining() {
        var home = new Home(folder, folder.resolve("state"));
        services = new ServiceProcesses(new StackConfig(home, Ports.free(), Map.of(), said::add));
        caches = new AotCaches(folder.resolve("aot"));
        training = new AotTraining(caches, services, said::add);
    }

    @Test
    void aTrainedServiceStartsFromItsCache() throws IOException {
        // Given
        TinyService.packageAs(services.jar(profile));
        var ofAnEarlierBuild = Files.createDirectories(folder.resolve("aot")).resolve("event-service-0badcafe.aot");
        Files.createFile(ofAnEarlierBuild);

        // When
        training.train(profile);

        // Then
        assertThat(training.isNeeded(profile)).isFalse();
        assertThat(ofAnEarlierBuild).doesNotExist();
        assertThat(said).singleElement().asString().contains("event-service", "trained");

        // When
        try (var process = ManagedProcess.start(services.running(profile, caches))) {
            process.awaitReady();

            // Then: the JVM complains into the log when it cannot use a cache
            assertThat(process.spec().command()).anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
            assertThat(process.spec().logFile()).content().doesNotContainIgnoringCase("[warning]", "unable");
        }
    }

    @Test
    void aServiceThatCannotBeTrainedIsOnlyAWarning() throws IOException {
        // Given
        var jar = services.jar(profile);
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "not a jar");

        // When
        training.train(profile);

        // Then
        assertThat(said).singleElement().asString().contains("event-service", "could not be trained", "status 1");
        assertThat(training.isNeeded(profile)).isTrue();
    }
}
