package io.cofound.moderation.decision;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** What else happens to a judged text; every feature that acts on it is one, and whatever it does not act on is nothing. */
public interface DecisionFollower {

    /** The cascade judged the latest revision of something. Joins the transaction in which it did. */
    default Uni<Void> decided(Judged judged) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Something is gone, and waits for nobody any more. Joins the transaction in which that is noted.
     *
     * @param revision the last one there was
     */
    default Uni<Void> removed(UUID subjectId, long revision) {
        return Uni.createFrom().voidItem();
    }

    /** Something belongs to another community now. Joins the transaction in which that is noted. */
    default Uni<Void> moved(UUID subjectId, UUID communityId) {
        return Uni.createFrom().voidItem();
    }
}
