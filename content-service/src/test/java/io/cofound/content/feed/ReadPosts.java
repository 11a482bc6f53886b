package io.cofound.content.feed;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What members have read, as the reading feature keeps it. */
final class ReadPosts {

    private ReadPosts() {}

    // Until the reading feature is merged, whose migration creates it.
    static void createTable(DataSource database) throws SQLException {
        execute(database, """
                create table if not exists post_read (
                    member_id uuid, post_id uuid, first_read_at timestamptz not null, primary key (member_id, post_id))""");
    }

    static void read(DataSource database, UUID member, UUID... posts) throws SQLException {
        for (UUID post : posts) {
            execute(database, """
                    insert into post_read (member_id, post_id, first_read_at) values ('%s', '%s', now())
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
