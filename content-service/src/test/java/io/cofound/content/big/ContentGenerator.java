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
            insert into post_revision (id, post_id, number, type, title, body, tags, language, published, submitted_at)
            select big_id('revision', n), big_id('post', n), 1,
                (array['NEWS', 'TECH_SHARE', 'CASE_STUDY', 'QUESTION', 'SHOWCASE'])[1 + n %% 5], 'Post ' || n,
                repeat('What we learned about 出海 and pricing. ', 40), array['tag-' || n %% 50, 'tag-' || n %% 7], 'en', true,
                now() - n * interval '1 minute'
            from generate_series(0, %3$d - 1) n""";

    /** Every post has five comments per thousandth of its place, the first ones most; here all have the same number. */
    private static final String COUNTERS = """
            insert into post_counters (post_id, comments, reactions, bookmarks, reads, revision, comments_revision)
            select big_id('post', n), %5$d / %3$d, n %% 13, n %% 5, n %% 97, 1 + n %% 100, 1
            from generate_series(0, %3$d - 1) n""";

    /** As the tests of pages keep comments, until the comment feature's own tables are filled here. */
    private static final String COMMENTS = """
            create table if not exists page_comment (id uuid primary key, post_id uuid not null, author_id uuid not null,
                body text not null, created_at timestamptz not null);
            create index if not exists page_comment_of_post on page_comment (post_id, created_at, id);
            insert into page_comment
            select big_id('comment', n), big_id('post', n %% %3$d), big_id('author', n * 11 %% %2$d),
                repeat('I agree, and here is why. ', 8), now() - n * interval '1 second'
            from generate_series(0, %5$d - 1) n""";

    private final DataSource database;

    ContentGenerator(DataSource database) {
        this.database = database;
    }

    void fill(int posts, int comments) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String piece : List.of(PEOPLE_AND_COMMUNITIES, POSTS, COUNTERS, COMMENTS)) {
                statement.execute(piece.formatted(COMMUNITIES, AUTHORS, posts, Person.BO.id(), comments));
            }
            statement.execute("vacuum analyze");
        }
    }

    /** What was filled in goes, so that other tests read fast. */
    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    drop table page_comment;
                    create temporary table big as select p.id from post p join post_revision r on r.post_id = p.id
                        where r.title like 'Post %' and p.author_id in (select id from member where display_name like 'Author %');
                    delete from post_counters where post_id in (select id from big);
                    delete from post_revision where post_id in (select id from big);
                    delete from post where id in (select id from big);
                    delete from membership where community_id in (select big_id('community', n) from generate_series(0, 99) n);
                    delete from community where id in (select big_id('community', n) from generate_series(0, 99) n);
                    drop table big""");
            statement.execute("analyze");
        }
    }
}
