package io.cofound.event.community;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.Visibility;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * What is known here of communities. Every method joins the caller's transaction. Who needs a meetup's row as well
 * locks the community first.
 */
@ApplicationScoped
public class CommunityCopies {

    /** The visibility, kept from changing until the transaction ends. Fails with 404 for a community not known here. */
    public Uni<Visibility> holdVisibility(UUID communityId) {
        return visibility(communityId, "for share")
                .map(found -> found.orElseThrow(() -> Problem.notFound("community")));
    }

    /** As {@link #holdVisibility}, of several communities, by their ids. */
    public Uni<Map<UUID, Visibility>> holdVisibilities(List<UUID> communityIds) {
        return Multi.createFrom()
                .iterable(communityIds.stream().sorted().toList())
                .onItem()
                .transformToUniAndConcatenate(id -> holdVisibility(id).map(visibility -> Map.entry(id, visibility)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * Takes over a newer state and ignores an older one.
     *
     * @return whether a community that was known here is now visible to others than before
     */
    public Uni<Boolean> apply(UUID communityId, long revision, Visibility visibility, boolean archived) {
        return visibility(communityId, "for update").chain(before -> upsert(communityId, revision, visibility, archived)
                .map(applied -> applied && before.isPresent() && before.get() != visibility));
    }

    private Uni<Optional<Visibility>> visibility(UUID communityId, String lock) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select visibility from community where id = ?1 " + lock, String.class)
                        .setParameter(1, communityId)
                        .getSingleResultOrNull())
                .map(text -> Optional.ofNullable(text).map(Visibility::valueOf));
    }

    private Uni<Boolean> upsert(UUID communityId, long revision, Visibility visibility, boolean archived) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into community as copy (id, revision, visibility, archived)
                                values (?1, ?2, ?3, ?4)
                                on conflict (id) do update
                                set revision = excluded.revision, visibility = excluded.visibility,
                                    archived = excluded.archived
                                where copy.revision < excluded.revision""")
                        .setParameter(1, communityId)
                        .setParameter(2, revision)
                        .setParameter(3, visibility.name())
                        .setParameter(4, archived)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }
}
