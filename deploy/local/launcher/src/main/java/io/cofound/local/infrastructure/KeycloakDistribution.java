package io.cofound.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keycloak's programs as the build has unpacked them; all stacks of a checkout share them.
 *
 * @param home Keycloak's own folder
 */
record KeycloakDistribution(Path home) {

    /** What nothing here uses: each one less starts sooner. */
    private static final List<String> DISABLED_FEATURES = List.of(
            "account",
            "admin",
            "ciba",
            "device-flow",
            "impersonation",
            "kerberos",
            "organization",
            "par",
            "passkeys",
            "web-authn");

    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=false",
            "--metrics-enabled=false",
            "--transaction-xa-enabled=false",
            "--features-disabled=" + String.join(",", DISABLED_FEATURES));

    static KeycloakDistribution in(Path distributions) {
        try (var folders = Files.newDirectoryStream(distributions, "keycloak-*")) {
            return new KeycloakDistribution(folders.iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException("The build has left no Keycloak in " + distributions, e);
        }
    }

    /** Fits it to our database and features, once; another process that does so at the same time is waited for. */
    synchronized void build() {
        var built = home.resolve("built-with");
        try (var lock =
                FileChannel.open(home.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (Files.exists(built) && Files.readString(built).equals(state())) {
                return;
            }
            Command.run(home, command(512, BUILD), "");
            Files.writeString(built, state());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot build Keycloak in " + home, e);
        }
    }

    /** Differs after other options, and after the original files were unpacked over the built ones. */
    private String state() throws IOException {
        var written = Files.getLastModifiedTime(home.resolve("lib/quarkus/generated-bytecode.jar"));
        return "%s at %s".formatted(String.join(" ", BUILD), written);
    }

    /** Puts the realm where the import at the start looks for it. */
    void provideRealm(Path realm) {
        try {
            var folder = Files.createDirectories(home.resolve("data/import"));
            Files.copy(realm, folder.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot provide Keycloak's realm", e);
        }
    }

    /** Runs Java itself: Keycloak's script would only do the same after a second of its own. */
    List<String> command(int heapMegabytes, List<String> arguments) {
        var command = new ArrayList<String>(List.of(
                Jvm.java(),
                "-Xmx%dm".formatted(heapMegabytes),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dkc.home.dir=" + home,
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
