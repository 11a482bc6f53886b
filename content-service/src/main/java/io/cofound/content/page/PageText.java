package io.cofound.content.page;

import io.cofound.content.post.PostText;

/** @param revision number of the published revision that says so */
public record PageText(long revision, PostText text) {}
