package io.cofound.content.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Singleton;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.page.FirstComments.CommentThread;
import io.cofound.content.page.FirstComments.PageComment;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/** Comments as the comment feature keeps them, as far as a page is concerned. */
@Singleton
class CommentTable implements CommentSource {

    private final DataSource database;

    CommentTable(DataSource database) {
        this.database = database;
    }

    /** In one transaction with its count, as every comment. */
    void add(UUID post, UUID author, String body) throws SQLException {
        execute("""
                create table if not exists page_comment (id uuid primary key, post_id uuid not null, author_id uuid not null,
                    body text not null, created_at timestamptz not null);
                insert into page_comment values ('%s', '%s', '%s', '%s', now())""".formatted(UuidCreator.getTimeOrderedEpoch(), post, author, body), """
                insert into post_counters as c (post_id, comments, revision, comments_revision) values ('%s', 1, 1, 1)
                on conflict (post_id) do update set comments = c.comments + 1, revision = c.revision + 1,
                    comments_revision = c.comments_revision + 1""".formatted(post));
    }

    void react(UUID post) throws SQLException {
        execute("update post_counters set reactions = reactions + 1, revision = revision + 1 where post_id = '%s'"
                .formatted(post));
    }

    @Override
    public Uni<Map<UUID, FirstComments>> firstOf(List<UUID> postIds) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select post_id, id, author_id, body, created_at from page_comment where post_id = any(?1)
                        order by created_at, id""", Object[].class)
                .setParameter(1, postIds.toArray(UUID[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(groupingBy(
                                row -> (UUID) row[0],
                                collectingAndThen(
                                        toList(),
                                        found -> new FirstComments(
                                                0,
                                                found.stream()
                                                        .map(CommentTable::thread)
                                                        .toList(),
                                                null))))));
    }

    private static CommentThread thread(Object[] row) {
        return new CommentThread(
                new PageComment(
                        (UUID) row[1],
                        null,
                        (UUID) row[2],
                        (String) row[3],
                        null,
                        "PUBLISHED",
                        1,
                        false,
                        ((OffsetDateTime) row[4]).toInstant(),
                        null,
                        0),
                List.of());
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
