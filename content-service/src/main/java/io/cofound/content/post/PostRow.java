package io.cofound.content.post;

import io.cofound.contracts.content.PostType;

/** A post with one of its revisions as lists need them, read by one query. */
record PostRow(
        Post post,
        long number,
        PostType type,
        String title,
        String excerpt,
        String[] tags,
        String language,
        String authorName) {}
