package io.cofound.content.post;

import io.cofound.contracts.content.PostType;

/** A post with one of its revisions as lists need them, read by one query. Of the body it has the beginning. */
record PostRow(
        Post post,
        long number,
        PostType type,
        String title,
        String beginning,
        String summary,
        String coverUrl,
        String sourceUrl,
        String[] tags,
        String language,
        String authorName) {}
