package io.cofound.moderation.decision;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** What else happens when a text is judged; every feature that acts on it is one. */
public interface DecisionFollower {

    /** The cascade judged the latest revision of something. Joins the transaction in which it did. */
    Uni<Void> decided(Judged judged);

    /**
     * Something is gone, and waits for nobody any more. Joins the transaction in which that is noted.
     *
     * @param revision the last one there was
     */
    Uni<Void> removed(UUID subjectId, long revision);

    /** Something belongs to another community now. Joins the transaction in which that is noted. */
    Uni<Void> moved(UUID subjectId, UUID communityId);
}
