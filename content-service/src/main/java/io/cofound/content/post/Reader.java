package io.cofound.content.post;

import java.util.UUID;

import io.cofound.content.community.Standing;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;

/**
 * Who wants to see or do something.
 *
 * @param id null for somebody who is not signed in
 * @param moderator of the whole platform
 */
public record Reader(UUID id, boolean moderator) {

    public static Reader of(Caller caller) {
        return new Reader(caller.optionalId().orElse(null), caller.has(Role.MODERATOR));
    }

    boolean wrote(Post post) {
        return post.authorId.equals(id);
    }

    public boolean moderates(Standing standing) {
        return moderator || standing.moderates();
    }

    /** Whether the reader sees what is not published, too. */
    boolean seesAllOf(Post post, Standing standing) {
        return wrote(post) || moderates(standing);
    }

    boolean sees(Post post, Standing standing) {
        return sees(post.authorId, post.isVisible(), standing);
    }

    /** @param visible whether others than its author and moderators see it */
    boolean sees(UUID authorId, boolean visible, Standing standing) {
        return authorId.equals(id) || moderates(standing) || visible && standing.mayRead();
    }
}
