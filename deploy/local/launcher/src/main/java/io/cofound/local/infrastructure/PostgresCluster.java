package io.cofound.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The files of all databases. They are made without a running server, so that none is ever reachable half set up. */
final class PostgresCluster {

    /**
     * A role reaches the database of its own name. The administrator reaches all of them; the programs that make the
     * files do not ask.
     */
    private static final String ACCESS = """
            host sameuser all 127.0.0.1/32 scram-sha-256
            host all postgres 127.0.0.1/32 scram-sha-256
            """;

    private final Path binaries;
    private final Path data;
    private final Credentials credentials;

    PostgresCluster(Path binaries, Path data, Credentials credentials) {
        this.binaries = binaries;
        this.data = data;
        this.credentials = credentials;
    }

    /** Does nothing if they are there; makes all of them or none. */
    void create() {
        if (Files.exists(data)) {
            return;
        }
        try {
            var unfinished = data.resolveSibling("postgres.unfinished");
            FileTree.delete(unfinished);
            Files.createDirectories(unfinished);
            // Nothing is lost if this is cut short, so the disk is waited for once, at the end.
            run(
                    List.of(
                            program("initdb"),
                            "--pgdata=" + unfinished,
                            "--username=" + Credentials.ADMINISTRATOR,
                            "--auth=scram-sha-256",
                            "--pwfile=/dev/stdin",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-sync"),
                    credentials.password(Credentials.ADMINISTRATOR) + "\n");
            run(
                    List.of(
                            program("postgres"),
                            "--single",
                            "-D",
                            "" + unfinished,
                            "-F",
                            "-c",
                            "exit_on_error=on",
                            "postgres"),
                    String.join("\n", statements()) + "\n");
            Files.writeString(unfinished.resolve("pg_hba.conf"), ACCESS);
            run(List.of(program("initdb"), "--sync-only", "--pgdata=" + unfinished), "");
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the databases in " + data, e);
        }
    }

    private List<String> statements() {
        var statements = new ArrayList<String>();
        statements.add("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
        for (var owner : Credentials.OWNERS) {
            statements.add("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(owner, credentials.password(owner)));
            statements.add("CREATE DATABASE %s OWNER %s".formatted(owner, owner));
            statements.add("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(owner));
        }
        return statements;
    }

    private void run(List<String> command, String input) {
        var full = new ArrayList<>(notAsRoot());
        full.addAll(command);
        Command.run(data.getParent(), full, input);
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    /**
     * What to put in front of a command of PostgreSQL, which refuses to run as root: in a user namespace of its own, root
     * is nobody there and the files are still its own.
     */
    static List<String> notAsRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
    }
}
