package io.cofound.content.rebuild;

import java.util.List;

import io.smallrye.mutiny.Uni;

/**
 * A collection of documents that can be written anew from PostgreSQL while the service runs. A feature that keeps one has
 * an {@code @ApplicationScoped} bean of this type, and nothing else to do: a dropped collection is noticed and rebuilt.
 */
public interface RebuildableDocuments {

    /** Name of the collection; no document in it has the id {@value Rebuild#MARKER}. */
    String collection();

    /**
     * The keys of the next documents there may be, by PostgreSQL, in ascending order as {@code text collate "C"}.
     *
     * @param last the last key of the keys before; empty for the first ones
     * @return at most {@code limit} keys; none at the end
     */
    Uni<List<String>> keysAfter(String last, int limit);

    /**
     * Makes the documents what PostgreSQL says of them: written, or removed where there is nothing to be kept (any more).
     * May be repeated, and may run beside the projection that keeps the same documents: the later truth wins.
     */
    Uni<Void> refresh(List<String> keys);
}
