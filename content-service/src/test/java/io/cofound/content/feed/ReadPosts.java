package io.cofound.content.feed;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What members have read, as the reading feature keeps it. */
final class ReadPosts {

    private ReadPosts() {}

    static void read(DataSource database, UUID member, UUID... posts) throws SQLException {
        for (UUID post : posts) {
            execute(database, """
                    insert into reading (member_id, post_id, readings, dwell_millis, depth, first_read_at, last_read_at,
                        published_at)
                    select '%s', id, 1, 30000, 0.9, now(), now(), published_at from post where id = '%s'
                    on conflict do nothing""".formatted(member, post));
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
