package io.cofound.community.activity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * The member's facts. Erasing keeps what a community's figures are made of and cuts every way back: a random id takes
 * the member's place, another one in each community and at each post, so that nothing joins them; keys of posts,
 * comments, registrations and memberships go, and times become whole hours, since content and meetups know those to the
 * microsecond. What is left says that somebody was active.
 */
@ApplicationScoped
class ActivityPersonalData implements PersonalData {

    record Deed(UUID communityId, ActivityKind kind, UUID id, Instant at) {}

    record Joining(UUID communityId, boolean joined, Instant at) {}

    private static final String EXPORT_ACTIVITIES = """
            select community_id, kind, source_id, at from activity where member_id = ?1 order by at, source_id""";

    private static final String EXPORT_MEMBERSHIPS = """
            select community_id, joined, at from membership_change where member_id = ?1 order by at, joined""";

    private static final String AWAIT_BATCHES = "select count(*) from pg_advisory_xact_lock(hashtext('activity'))";

    private static final List<String> ERASE = List.of("""
            with alias as materialized (
                select community_id, gen_random_uuid() as id
                from (select community_id from first_activity where member_id = ?1
                      union select community_id from membership_change where member_id = ?1) known),
            days as (
                update activity_day a set member_id = alias.id from alias
                where a.member_id = ?1 and a.community_id = alias.community_id),
            firsts as (
                update first_activity a set member_id = alias.id from alias
                where a.member_id = ?1 and a.community_id = alias.community_id),
            memberships as (
                update membership_change a set member_id = alias.id, membership_id = gen_random_uuid(),
                    at = date_trunc('day', a.at, 'UTC')
                from alias where a.member_id = ?1 and a.community_id = alias.community_id)
            update activity a set member_id = alias.id, source_id = gen_random_uuid(),
                at = date_trunc('hour', a.at, 'UTC')
            from alias where a.member_id = ?1 and a.community_id = alias.community_id""", """
            with alias as materialized (
                select post_id, gen_random_uuid() as id
                from (select post_id from published_post where author_id = ?1
                      union select post_id from published_comment where author_id = ?1) known),
            posts as (
                update published_post p set author_id = alias.id from alias
                where p.author_id = ?1 and p.post_id = alias.post_id)
            update published_comment c set author_id = alias.id, comment_id = gen_random_uuid() from alias
            where c.author_id = ?1 and c.post_id = alias.post_id""");

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return rows(EXPORT_ACTIVITIES, memberId)
                .map(rows -> rows.stream()
                        .map(row -> new Deed(
                                (UUID) row[0], ActivityKind.valueOf((String) row[1]), (UUID) row[2], instant(row[3])))
                        .toList())
                .chain(deeds -> rows(EXPORT_MEMBERSHIPS, memberId)
                        .map(rows -> rows.stream()
                                .map(row -> new Joining((UUID) row[0], (Boolean) row[1], instant(row[2])))
                                .toList())
                        .map(joinings -> List.of(new Holding("activities", deeds), new Holding("joinings", joinings))));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(AWAIT_BATCHES, Long.class)
                        .getSingleResult()
                        .chain(() -> Multi.createFrom()
                                .iterable(ERASE)
                                .onItem()
                                .transformToUniAndConcatenate(sql -> session.createNativeQuery(sql)
                                        .setParameter(1, request.memberId())
                                        .executeUpdate())
                                .collect()
                                .last()))
                .replaceWithVoid();
    }

    private static Instant instant(Object time) {
        return ((OffsetDateTime) time).toInstant();
    }

    private static Uni<List<Object[]>> rows(String sql, UUID memberId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(sql, Object[].class)
                .setParameter(1, memberId)
                .getResultList());
    }
}
