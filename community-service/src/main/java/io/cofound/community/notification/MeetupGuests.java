package io.cofound.community.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.meetup.MeetupCancelled;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Who is registered for which meetup, seated or waiting, and which meetups were cancelled. The two come from different
 * topics in any order, so both are remembered and whoever comes second tells; {@link #hold} makes one of them the second.
 */
@ApplicationScoped
class MeetupGuests {

    /** Makes others who learn something of the meetup wait for the caller's transaction to end. */
    Uni<Void> hold(UUID meetupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                        .setParameter(1, meetupId.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** @param active whether the member still wants to come */
    Uni<Void> note(
            UUID registrationId, long revision, UUID meetupId, UUID memberId, boolean active, Instant changedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into meetup_guest as known
                                    (registration_id, revision, meetup_id, member_id, active, changed_at)
                                values (?1, ?2, ?3, ?4, ?5, ?6)
                                on conflict (registration_id) do update
                                set revision = excluded.revision, active = excluded.active,
                                    changed_at = excluded.changed_at
                                where excluded.revision > known.revision""")
                        .setParameter(1, registrationId)
                        .setParameter(2, revision)
                        .setParameter(3, meetupId)
                        .setParameter(4, memberId)
                        .setParameter(5, active)
                        .setParameter(6, changedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> noteCancelled(MeetupCancelled meetup) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into cancelled_meetup (meetup_id, community_id, cancelled_at) values (?1, ?2, ?3)
                                on conflict do nothing""")
                        .setParameter(1, meetup.meetupId())
                        .setParameter(2, meetup.communityId())
                        .setParameter(3, meetup.cancelledAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** At most {@code limit} after the given one, in the order of their ids. */
    Uni<List<UUID>> of(UUID meetupId, UUID afterMember, int limit) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select distinct member_id from meetup_guest
                                where meetup_id = ?1 and active and member_id > ?2
                                order by member_id limit ?3""", UUID.class)
                .setParameter(1, meetupId)
                .setParameter(2, afterMember)
                .setParameter(3, limit)
                .getResultList());
    }

    /** Null for a meetup that takes place, as far as is known. */
    Uni<Instant> cancelledAt(UUID meetupId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select cancelled_at from cancelled_meetup where meetup_id = ?1", Instant.class)
                .setParameter(1, meetupId)
                .getSingleResultOrNull());
    }

    /** Meetups the member is registered for. */
    Uni<List<UUID>> meetupsOf(UUID memberId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select meetup_id from meetup_guest where member_id = ?1 and active order by meetup_id",
                        UUID.class)
                .setParameter(1, memberId)
                .getResultList());
    }

    Uni<Void> deleteOf(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from meetup_guest where member_id = ?1")
                        .setParameter(1, memberId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
