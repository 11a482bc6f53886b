package io.cofound.content.syndication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What the world may read. Every query is a range of an index. */
@ApplicationScoped
class SitemapRepository {

    /** A file of a sitemap for each value of an id's last byte, which is random. */
    static final int BUCKETS = 256;

    private static final String COLUMNS = """
            select p.post_id, cast(extract(epoch from p.published_at) * 1000000 as bigint),
                cast(extract(epoch from p.updated_at) * 1000000 as bigint)
            from feed_post p join community c on c.id = p.community_id and c.visibility = 'PUBLIC'
            where p.shared and""";

    record Row(UUID postId, Instant publishedAt, Instant updatedAt) {}

    record Bucket(int number, Instant updatedAt) {}

    /** Latest first. */
    Uni<List<Row>> latest(PageRequest page) {
        String after = page.after().isPresent() ? " (p.published_at, p.post_id) < (?1, ?2)" : " true";
        String sql = COLUMNS + after + " order by p.published_at desc, p.post_id desc limit " + page.fetchSize();
        return page.after()
                .map(cursor -> rows(sql, cursor.at(), cursor.id()))
                .orElseGet(() -> rows(sql))
                .map(rows -> rows.stream().map(SitemapRepository::row).toList());
    }

    static Cursor cursor(Row row) {
        return new Cursor(row.publishedAt, row.postId);
    }

    Uni<List<Row>> bucket(int number, int limit) {
        return rows(COLUMNS + " p.bucket = ?1 order by p.post_id limit " + limit, number)
                .map(rows -> rows.stream().map(SitemapRepository::row).toList());
    }

    /** Those in which there is something. */
    Uni<List<Bucket>> buckets() {
        return rows("""
                select cast(b as bigint), cast(extract(epoch from p.updated_at) * 1000000 as bigint)
                from generate_series(0, ?1 - 1) b cross join lateral (
                    select updated_at from feed_post where bucket = b and shared order by updated_at desc limit 1) p
                order by b""", BUCKETS).map(rows -> rows.stream()
                .map(row -> new Bucket((int) (long) row[0], time(row[1])))
                .toList());
    }

    private static Row row(Object[] columns) {
        return new Row((UUID) columns[0], time(columns[1]), time(columns[2]));
    }

    private static Instant time(Object micros) {
        return Instant.EPOCH.plus((long) micros, ChronoUnit.MICROS);
    }

    private static Uni<List<Object[]>> rows(String sql, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, Object[].class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getResultList();
        });
    }
}
