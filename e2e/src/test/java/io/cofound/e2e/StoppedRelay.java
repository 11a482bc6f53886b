package io.cofound.e2e;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/** The outbox relay of a service, that gets no answer from the database: what is committed stays in the outbox. */
final class StoppedRelay implements AutoCloseable {

    private static final String RELAY = """
            select pid from pg_stat_activity where state = 'idle' and wait_event = 'ClientRead' and pid in
                (select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1
                    and classid = (x'636f666f756e64'::bigint >> 32)::oid
                    and objid = (x'636f666f756e64'::bigint & x'ffffffff'::bigint)::oid
                    and database = (select oid from pg_database where datname = current_database()))""";

    private final Connection watcher;
    private final Duration patience;
    private int pid;
    private boolean stopped;
    private String resumedAt;

    StoppedRelay(Cofound cofound, String service, Duration patience) {
        this.patience = patience;
        watcher = cofound.connect(service);
        await("idle relay of " + service)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(20))
                .until(this::stopped);
    }

    /** Returns as soon as something is committed that the relay has not read. */
    void awaitWork() {
        await("outbox row").atMost(patience).pollInterval(Duration.ofMillis(5)).until(() -> has("select from outbox"));
    }

    void resume() {
        if (stopped) {
            resumedAt = now();
            stopped = false;
            Signals.resume(pid);
        }
    }

    /** Returns once the relay, after it was resumed, has read what there is and does not ask the database for more. */
    void awaitSending() {
        try {
            await("sending relay")
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> has("""
                            select from pg_stat_activity where pid = %d and state = 'idle' and query like 'select position%%'
                            and query_start > '%s' and exists (select from outbox)""".formatted(pid, resumedAt)));
        } catch (ConditionTimeoutException e) {
            throw new ConditionTimeoutException(
                    "%s; relay was %d, resumed at %s: %s".formatted(e.getMessage(), pid, resumedAt, sessions()));
        }
    }

    private String sessions() {
        try (var statement = watcher.createStatement();
                var found = statement.executeQuery("""
                        select string_agg(concat_ws(' ', a.pid, a.state, a.wait_event, a.query_start, left(a.query, 60),
                            (select 'locked' from pg_locks l where l.pid = a.pid and locktype = 'advisory' limit 1)), E'\n')
                            || ' outbox ' || (select count(*) from outbox)
                        from pg_stat_activity a where datname = current_database()""")) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    @Override
    public void close() {
        resume();
        try {
            watcher.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A backend that waits for its client holds nothing that others need; whether it still did is looked at after. */
    private boolean stopped() throws SQLException {
        try (var statement = watcher.createStatement();
                var found = statement.executeQuery(RELAY)) {
            if (!found.next()) {
                return false;
            }
            pid = found.getInt(1);
        }
        Signals.stop(pid);
        stopped = true;
        if (!has(RELAY)) {
            resume();
        }
        return stopped;
    }

    private String now() {
        try (var statement = watcher.createStatement();
                var found = statement.executeQuery("select clock_timestamp()")) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean has(String query) throws SQLException {
        try (var statement = watcher.createStatement();
                var found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
