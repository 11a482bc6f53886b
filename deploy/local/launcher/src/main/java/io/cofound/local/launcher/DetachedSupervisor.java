package io.cofound.local.launcher;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs this program a second time, in the background, and shows what it says until everything is ready. */
final class DetachedSupervisor {

    private static final long POLL_MILLIS = 200;

    private final Home home;
    private final Path log;
    private long shown;

    DetachedSupervisor(Home home) {
        this.home = home;
        this.log = home.log("supervisor");
    }

    /** Returns 0 when everything is ready, with the background process left running, or else its exit code. */
    int run(List<String> arguments) {
        try {
            Files.createDirectories(home.logs());
            Files.deleteIfExists(log);
            var supervisor = start(arguments);
            var stopToo = new Thread(supervisor::destroy);
            Runtime.getRuntime().addShutdownHook(stopToo);
            while (!supervisor.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                showNews();
                if (isReady(supervisor)) {
                    showNews();
                    Runtime.getRuntime().removeShutdownHook(stopToo);
                    return 0;
                }
            }
            showNews();
            return supervisor.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start in the background", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Cofound.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(home.root().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private boolean isReady(Process supervisor) {
        return home.stateFile()
                .read()
                .filter(state -> state.supervisor().pid() == supervisor.pid())
                .filter(state -> state.phase() == StackState.Phase.READY)
                .isPresent();
    }

    private void showNews() throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var news = new byte[(int) (file.length() - shown)];
            file.seek(shown);
            file.readFully(news);
            shown += news.length;
            System.out.write(news);
            System.out.flush();
        }
    }
}
