package io.cofound.platform.privacy;

import java.util.List;
import java.util.UUID;

import io.cofound.contracts.privacy.ErasureRequested;
import io.smallrye.mutiny.Uni;

/** What one feature of a service keeps about members. Every feature that keeps anything implements it once. */
public interface PersonalData {

    /**
     * What is kept about a member under one name.
     *
     * @param name a plural in kebab case such as {@code saved-posts}, the name of the file in the member's download
     * @param items what Jackson writes as the member shall read it; nothing of other members
     */
    record Holding(String name, List<?> items) {

        /** @throws IllegalArgumentException when the name is none for a file */
        public Holding {
            if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
                throw new IllegalArgumentException("the name of a holding is a plural in kebab case, not " + name);
            }
        }
    }

    /** Everything that the feature keeps, also what is empty. Joins the caller's transaction. */
    Uni<List<Holding>> export(UUID memberId);

    /**
     * Erases whatever is personal of the member, and nothing of others. What is left names nobody but by an id that
     * nobody has any more. Joins the caller's transaction, with which the acknowledgement commits; projections follow by
     * the events that are published in it.
     *
     * <p>May run again for the same request, also much later, after a backup was restored. What was written after
     * {@code requestedAt}, and copies with a revision above {@code memberRevision}, belong to a member who came back, and
     * stay.
     */
    Uni<Void> erase(ErasureRequested request);
}
