package io.cofound.platform.persistence.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.postgresql.PGConnection;

/** The outbox as the relay's one connection sees it. */
final class OutboxTable {

    /** Any constant does; it only has to be the same in every instance of a service. */
    private static final long RELAY_LOCK = 0x636f_666f_756e_64L;

    record Row(
            long position,
            UUID id,
            String topic,
            String key,
            String type,
            String payload,
            OffsetDateTime time,
            String traceParent) {}

    private final Connection connection;

    OutboxTable(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
    }

    /** True for one instance at a time; held until the connection ends, however it ends. */
    boolean tryLock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, RELAY_LOCK);
            try (ResultSet result = lock.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    void unlock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    void listen() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
    }

    /** Returns at the next commit that wrote to the outbox, at once if there was one since the last call. */
    void awaitWakeUp(Duration patience) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) patience.toMillis());
    }

    List<Row> head(int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select position, id, aggregatetype, aggregateid, type, payload, occurred_at, tracingspancontext
                from outbox order by position limit ?""")) {
            select.setInt(1, limit);
            try (ResultSet result = select.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(new Row(
                            result.getLong(1),
                            result.getObject(2, UUID.class),
                            result.getString(3),
                            result.getString(4),
                            result.getString(5),
                            result.getString(6),
                            result.getObject(7, OffsetDateTime.class),
                            result.getString(8)));
                }
                return rows;
            }
        }
    }

    void delete(List<Row> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where position = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::position).toArray()));
            delete.executeUpdate();
        }
    }
}
