package io.cofound.content.big;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import io.cofound.testing.Person;

/**
 * Fills the service's own database with much content, the same each time, by statements of PostgreSQL alone. Each piece
 * is one feature's; what a feature adds is one more piece.
 */
final class ContentGenerator {

    static final int COMMUNITIES = 100;
    static final int AUTHORS = 1_000;

    /** Communities 0 to 69 are public, to 89 listed, the rest hidden; Bo belongs to every tenth of them. */
    private static final String PEOPLE_AND_COMMUNITIES = """
            create or replace function big_id(kind text, n bigint) returns uuid immutable language sql as
            $$ select md5('big ' || kind || n)::uuid $$;
            insert into member (id, revision, display_name)
            select big_id('author', n), 1, 'Author ' || n from generate_series(0, %2$d - 1) n on conflict do nothing;
            insert into member (id, revision, display_name) values ('%4$s', 0, 'Bo') on conflict do nothing;
            insert into community (id, revision, visibility, moderation)
            select big_id('community', n), 1,
                case when n < 0.7 * %1$d then 'PUBLIC' when n < 0.9 * %1$d then 'LISTED' else 'HIDDEN' end, 'PRE'
            from generate_series(0, %1$d - 1) n on conflict do nothing;
            insert into membership (id, revision, community_id, member_id, role, active)
            select big_id('membership', n), 1, big_id('community', n), '%4$s', 'MEMBER', true
            from generate_series(0, %1$d - 1, 10) n on conflict do nothing""";

    private static final String POSTS = """
            insert into post (id, community_id, author_id, state, revision, published_revision, shared, created_at,
                published_at)
            select big_id('post', n), big_id('community', n %% %1$d), big_id('author', n * 7 %% %2$d), 'PUBLISHED', 1, 1,
                n %% %1$d < 0.7 * %1$d, now() - n * interval '1 minute', now() - n * interval '1 minute'
            from generate_series(0, %3$d - 1) n;
            insert into post_revision (id, post_id, number, type, title, body, html, tags, language, published,
                submitted_at)
            select big_id('revision', n), big_id('post', n), 1,
                (array['NEWS', 'TECH_SHARE', 'CASE_STUDY', 'QUESTION', 'SHOWCASE'])[1 + n %% 5], 'Post ' || n,
                repeat('What we learned about 出海 and pricing. ', 40),
                '<p>' || repeat('What we learned about 出海 and pricing. ', 40) || '</p>', array['tag-' || n %% 50, 'tag-' || n %% 7], 'en', true,
                now() - n * interval '1 minute'
            from generate_series(0, %3$d - 1) n""";

    private static final String COUNTERS = """
            insert into post_counters (post_id, comments, reactions, bookmarks, reads, revision, comments_revision)
            select big_id('post', n), %5$d / %3$d, n %% 13, n %% 5, n %% 97, 1 + n %% 100, 1
            from generate_series(0, %3$d - 1) n""";

    /** As many to every post; of five, four stand on the post itself and the fifth answers the first. */
    private static final String COMMENTS = """
            insert into comment (id, post_id, community_id, author_id, parent_id, level, state, revision, text_number,
                published_number, reply_count, created_at, published_at)
            select big_id('comment', n), big_id('post', n %% %3$d), big_id('community', n %% %3$d %% %1$d),
                big_id('author', n * 11 %% %2$d), case when n / %3$d %% 5 = 4 then big_id('comment', n %% %3$d) end,
                case when n / %3$d %% 5 = 4 then 2 else 1 end, 'PUBLISHED', 1, 1, 1,
                case when n < %3$d and %5$d > 4 * %3$d then 1 else 0 end,
                now() - (%5$d - n) * interval '1 second', now() - (%5$d - n) * interval '1 second'
            from generate_series(0, %5$d - 1) n;
            insert into comment_revision (id, comment_id, number, body, html, language, published, submitted_at)
            select big_id('comment-revision', n), big_id('comment', n), 1, repeat('I agree, and here is why. ', 8),
                '<p>' || repeat('I agree, and here is why. ', 8) || '</p>', 'en', true,
                now() - (%5$d - n) * interval '1 second'
            from generate_series(0, %5$d - 1) n""";

    /** Bo follows every tenth author, has muted a few, has read and kept every twentieth post. */
    private static final String DOINGS = """
            insert into follow (id, revision, follower_id, followed_id, active, changed_at)
            select big_id('follow', n), 1, '%4$s', big_id('author', n), true, now() from generate_series(0, %2$d - 1, 10) n;
            insert into muted_member (member_id, muted_id, muted_at)
            select '%4$s', big_id('author', n), now() from generate_series(5, %2$d - 1, 100) n;
            insert into muted_tag (member_id, tag, muted_at) values ('%4$s', 'tag-13', now());
            insert into reading (member_id, post_id, readings, dwell_millis, depth, first_read_at, last_read_at,
                published_at)
            select '%4$s', big_id('post', n), 1, 30000, 0.9, now() - interval '1 hour', now() - interval '1 hour', published_at
            from generate_series(0, %3$d - 1, 20) n join post on id = big_id('post', n);
            insert into bookmark (member_id, post_id, bookmarked_at)
            select '%4$s', big_id('post', n), now() - n * interval '1 second' from generate_series(0, %3$d - 1, 20) n""";

    private final DataSource database;

    ContentGenerator(DataSource database) {
        this.database = database;
    }

    void fill(int posts, int comments) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String piece : List.of(PEOPLE_AND_COMMUNITIES, POSTS, COUNTERS, COMMENTS, DOINGS)) {
                statement.execute(piece.formatted(COMMUNITIES, AUTHORS, posts, Person.BO.id(), comments));
            }
            statement.execute("vacuum analyze");
        }
    }

    /** What was filled in goes, with what others wrote, which nobody needs any more. */
    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    truncate post, comment, trending_post, follow, muted_member, muted_tag cascade;
                    delete from membership where community_id in (select big_id('community', n) from generate_series(0, 99) n);
                    delete from community where id in (select big_id('community', n) from generate_series(0, 99) n)""");
            statement.execute("vacuum analyze");
        }
    }
}
