package io.cofound.content.counter;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/** A post's counters for queries that join them; only {@link Counters} writes them. */
@Entity
@Immutable
class PostCounters {

    @Id
    UUID postId;

    long comments;

    long reactions;

    long bookmarks;

    long reads;

    /** Counts every change of the counters. */
    long revision;

    /** Counts every change of the comments that others see. */
    long commentsRevision;

    protected PostCounters() {}
}
