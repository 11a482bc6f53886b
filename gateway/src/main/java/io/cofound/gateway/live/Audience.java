package io.cofound.gateway.live;

import java.util.UUID;

import io.cofound.contracts.Nullable;
import io.cofound.contracts.community.Visibility;

/** Who may hear of something. */
sealed interface Audience {

    boolean includes(UUID member, Communities communities);

    /** Everybody who is signed in. */
    record Everyone() implements Audience {

        @Override
        public boolean includes(UUID member, Communities communities) {
            return true;
        }
    }

    /** Only the one it is about. */
    record Only(UUID id) implements Audience {

        @Override
        public boolean includes(UUID member, Communities communities) {
            return id.equals(member);
        }
    }

    /**
     * Whoever may read in a community, and the author.
     *
     * @param author null when nobody in particular made it
     * @param visibility the community's when it happened, which counts while the copy does not know a newer one; null
     *     when it is not known either
     */
    record Readers(
            UUID community, @Nullable UUID author, @Nullable Visibility visibility) implements Audience {

        @Override
        public boolean includes(UUID member, Communities communities) {
            return member.equals(author)
                    || communities.visibilityOf(community).orElse(visibility) == Visibility.PUBLIC
                    || communities.isMember(community, member);
        }
    }
}
