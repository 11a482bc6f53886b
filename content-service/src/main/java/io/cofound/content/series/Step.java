package io.cofound.content.series;

import java.util.UUID;

import io.cofound.content.post.PublishedPost;
import io.cofound.contracts.content.PostType;

/** A post of a series that its readers see. */
record Step(UUID postId, PostType type, String title) {

    static Step of(PublishedPost post) {
        return new Step(post.id(), post.type(), post.title());
    }
}
