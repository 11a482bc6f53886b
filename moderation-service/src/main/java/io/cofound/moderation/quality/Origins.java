package io.cofound.moderation.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Since when somebody is a member, and on which continent. Every method joins the caller's transaction. */
@ApplicationScoped
class Origins {

    Uni<Void> keep(MemberRegistered member) {
        return keep(member.memberId(), member.revision(), true, null, member.registeredAt());
    }

    /** The topic keeps the latest of a member's events only, so the registration may be gone. */
    Uni<Void> keep(MemberChanged member) {
        return keep(member.memberId(), member.revision(), false, Continents.of(member.region()), member.changedAt());
    }

    /** What is from that time or before. */
    Uni<Void> forget(UUID memberId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from member_origin where member_id = ?1 and changed_at <= ?2")
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Of the two events each tells what the other does not, in any order. */
    private static Uni<Void> keep(
            UUID memberId, long revision, boolean registration, String continent, Instant changedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into member_origin as known
                                    (member_id, revision, registered_on, known_since, continent, changed_at)
                                values (?1, ?2, case when ?3 then cast(?4 as date) end, cast(?4 as date),
                                    nullif(cast(?5 as text), ''), ?6)
                                on conflict (member_id) do update set
                                    registered_on = coalesce(excluded.registered_on, known.registered_on),
                                    known_since = least(excluded.known_since, known.known_since),
                                    continent = case when excluded.revision > known.revision
                                        then excluded.continent else known.continent end,
                                    revision = greatest(excluded.revision, known.revision),
                                    changed_at = greatest(excluded.changed_at, known.changed_at)""")
                        .setParameter(1, memberId)
                        .setParameter(2, revision)
                        .setParameter(3, registration)
                        .setParameter(4, day(changedAt))
                        .setParameter(5, continent == null ? "" : continent)
                        .setParameter(6, changedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
