package io.cofound.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The processes of a former run that still work on a data folder: a server whose parent was killed, or what a killed
 * server had started. A new server refuses to start beside them.
 */
record PostgresLeftovers(List<ProcessHandle> processes) {

    static PostgresLeftovers of(Path data) {
        var server = PostgresLockFile.of(data)
                .writer()
                .filter(PostgresLeftovers::isPostgres)
                // Process ids are given out again: where the system tells the folder, it has to be ours.
                .filter(process -> !Files.isDirectory(Path.of("/proc/self")) || worksIn(data, process));
        var workers = ProcessHandle.allProcesses().filter(process -> worksIn(data, process));
        return new PostgresLeftovers(
                Stream.concat(server.stream(), workers).distinct().toList());
    }

    /** Kills them and returns when they are gone: what they had acknowledged is in the log, from which it is recovered. */
    void end() {
        processes.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    /** Every process of a server has the data folder for its working directory; only Linux says so. */
    private static boolean worksIn(Path data, ProcessHandle process) {
        try {
            return isPostgres(process)
                    && Files.readSymbolicLink(Path.of("/proc", "" + process.pid(), "cwd"))
                            .equals(data.toRealPath());
        } catch (IOException unknown) {
            return false;
        }
    }
}
