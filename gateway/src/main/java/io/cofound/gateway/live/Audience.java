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
     * @param visibility the community's when it happened; null when it is not known. The stricter of it and the copy's
     *     counts, since either may be the older one
     */
    record Readers(
            UUID community, @Nullable UUID author, @Nullable Visibility visibility) implements Audience {

        @Override
        public boolean includes(UUID member, Communities communities) {
            return member.equals(author) || isPublic(communities) || communities.isMember(community, member);
        }

        private boolean isPublic(Communities communities) {
            Visibility known = communities.visibilityOf(community).orElse(visibility);
            return known == Visibility.PUBLIC && (visibility == null || visibility == Visibility.PUBLIC);
        }
    }
}
