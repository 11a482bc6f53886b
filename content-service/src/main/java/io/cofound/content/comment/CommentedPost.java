package io.cofound.content.comment;

import java.util.UUID;

import io.cofound.contracts.community.Visibility;

/**
 * A post as its comments need it.
 *
 * @param visible whether others than its author and moderators see it
 */
record CommentedPost(UUID communityId, UUID authorId, boolean visible, Visibility visibility) {}
