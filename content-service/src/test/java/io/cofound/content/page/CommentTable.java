package io.cofound.content.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Singleton;

import com.github.f4b6a3.uuid.UuidCreator;

/** Comments that are there without anybody having heard of them. */
@Singleton
class CommentTable {

    private final DataSource database;

    CommentTable(DataSource database) {
        this.database = database;
    }

    /** In one transaction with its count, as every comment. */
    void add(UUID post, UUID author, String body) throws SQLException {
        UUID comment = UuidCreator.getTimeOrderedEpoch();
        execute(
                "insert into member (id, revision, display_name) values ('%s', 0, '') on conflict do nothing"
                        .formatted(author),
                """
                insert into comment (id, post_id, community_id, author_id, level, state, revision, text_number,
                    published_number, created_at, published_at)
                select '%s', id, community_id, '%s', 1, 'PUBLISHED', 1, 1, 1, now(), now() from post where id = '%s'""".formatted(comment, author, post),
                """
                insert into comment_revision (id, comment_id, number, body, html, language, published, submitted_at)
                select '%s', id, 1, '%s', '<p>%s</p>', 'en', true, created_at from comment where id = '%s'""".formatted(UuidCreator.getTimeOrderedEpoch(), body, body, comment),
                """
                insert into post_counters as c (post_id, comments, revision, comments_revision) values ('%s', 1, 1, 1)
                on conflict (post_id) do update set comments = c.comments + 1, revision = c.revision + 1,
                    comments_revision = c.comments_revision + 1""".formatted(post));
    }

    void react(UUID post) throws SQLException {
        execute("update post_counters set reactions = reactions + 1, revision = revision + 1 where post_id = '%s'"
                .formatted(post));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
