package io.cofound.e2e;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.awaitility.Awaitility.await;

/** Holds a table that others may read and none may write, so that whoever is about to waits until it is closed. */
final class Blockade implements AutoCloseable {

    /** Who waits, told by what else it has done. */
    enum Who {
        REQUEST("a.query not ilike 'delete from outbox%' and not " + Who.HAS_READ),
        READER(Who.HAS_READ),
        RELAY("a.query ilike 'delete from outbox%'");

        private static final String HAS_READ =
                "exists (select from pg_locks l where l.pid = a.pid and l.granted and l.relation = 'inbox'::regclass)";

        private final String condition;

        Who(String condition) {
            this.condition = condition;
        }
    }

    private final Connection holder;
    private final Connection watcher;
    private final List<Integer> waiting = new ArrayList<>();

    Blockade(Cofound cofound, String service, String table) {
        holder = cofound.connect(service);
        watcher = cofound.connect(service);
        try {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table " + table + " in exclusive mode");
        } catch (SQLException e) {
            close();
            throw new IllegalStateException(e);
        }
    }

    /** Returns as soon as somebody like that waits. */
    void awaitWaiting(Who who, Duration patience) {
        await(who + " waiting")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    try (var statement = watcher.createStatement();
                            var found = statement.executeQuery(
                                    "select a.pid from pg_stat_activity a where wait_event_type = 'Lock' and %d = any (pg_blocking_pids(a.pid)) and %s"
                                            .formatted(holderPid(), who.condition))) {
                        while (found.next()) {
                            waiting.add(found.getInt(1));
                        }
                    }
                    return !waiting.isEmpty();
                });
    }

    /** As when the machine of those who waited went down with them: what they had not committed is gone. */
    void dropWaiting() throws SQLException {
        try (var statement = watcher.createStatement()) {
            for (int pid : waiting) {
                statement.execute("select pg_terminate_backend(%d, 10000)".formatted(pid));
            }
        }
    }

    @Override
    public void close() {
        try (holder;
                watcher) {
            if (!holder.getAutoCommit()) {
                holder.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int holderPid() throws SQLException {
        try (var statement = holder.createStatement();
                var found = statement.executeQuery("select pg_backend_pid()")) {
            found.next();
            return found.getInt(1);
        }
    }
}
