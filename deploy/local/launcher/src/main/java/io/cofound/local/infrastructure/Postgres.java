package io.cofound.local.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cofound.local.process.ProcessSpec;

/**
 * PostgreSQL with a database and a role for each service; nobody reaches another's.
 *
 * @param dataFolder the stack's data folder
 */
public record Postgres(Path dataFolder, Ports ports) {

    /**
     * Creates the databases when they are not there yet, and ends a server that a former run left behind in this folder:
     * two must never write to the same files. So call it only when nothing else uses the data folder.
     */
    public ProcessSpec spec() {
        var data = dataFolder.resolve("postgres").toAbsolutePath();
        var binaries = PostgresBinaries.in(Checkout.find().built("launcher").resolve("dist"));
        new PostgresCluster(binaries, data, Credentials.in(dataFolder)).create();
        PostgresLeftovers.of(data).end();
        return new ProcessSpec(
                "postgres",
                command(binaries, data),
                Map.of("LC_ALL", "C", "TZ", "UTC"),
                data,
                List.of(ports.postgres()),
                () -> PostgresLockFile.of(data).saysReady(),
                Duration.ofSeconds(90),
                Duration.ofSeconds(20),
                dataFolder.resolve("logs/postgres.log").toAbsolutePath());
    }

    private List<String> command(Path binaries, Path data) {
        var command = new ArrayList<>(PostgresCluster.notAsRoot());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", "" + ports.postgres()),
                Map.entry("unix_socket_directories", ""),
                // An acknowledged commit is on the disk.
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("max_connections", "120"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("max_wal_size", "256MB"),
                // fewer helper processes: nothing here replicates, and two cores gain nothing from I/O workers
                Map.entry("io_method", "sync"),
                Map.entry("max_logical_replication_workers", "0"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_line_prefix", "%m %u@%d "),
                Map.entry("log_checkpoints", "off"));
    }

    /** For {@code POSTGRES_URL}: without a database. */
    public String url() {
        return "postgresql://127.0.0.1:" + ports.postgres();
    }

    /** The password of a service's role. */
    public String password(String service) {
        return Credentials.in(dataFolder).password(service);
    }
}
