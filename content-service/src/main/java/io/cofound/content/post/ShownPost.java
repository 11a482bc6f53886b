package io.cofound.content.post;

import java.util.UUID;

import io.cofound.content.counter.Counts;

/** A post that somebody may see, with all that PostgreSQL knows of it but its text. */
public final class ShownPost {

    private final Post post;
    private final boolean whole;
    private final String authorName;
    private final Counts counts;
    private final long commentsRevision;

    ShownPost(Post post, boolean whole, String authorName, Counts counts, long commentsRevision) {
        this.post = post;
        this.whole = whole;
        this.authorName = authorName;
        this.counts = counts;
        this.commentsRevision = commentsRevision;
    }

    public UUID id() {
        return post.id;
    }

    /** Whether the reader, its author or a moderator, sees the latest revision and its decision: no document has them. */
    public boolean isShownWhole() {
        return whole;
    }

    /** Number of the shown revision. */
    public long revision() {
        return whole ? post.revision : post.publishedRevision;
    }

    public Counts counts() {
        return counts;
    }

    /** Counts the changes of the comments that others see; 0 while there never was one. */
    public long commentsRevision() {
        return commentsRevision;
    }

    /** For a reader who is not shown it whole, whose published text was found elsewhere. */
    public PostView published(PostText text) {
        return PostView.published(post, revision(), text, authorName);
    }

    PostView of(PostRevision text) {
        return whole ? PostView.latest(post, text, authorName) : published(text.text());
    }
}
