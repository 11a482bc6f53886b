package io.cofound.content.draft;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.content.PostType;

/**
 * A draft in its author's list; {@link DraftView} has it whole.
 *
 * @param excerpt the first 280 characters of the body, Markdown
 */
record DraftSummary(
        UUID id,
        UUID communityId,
        long revision,
        PostType type,
        String title,
        String excerpt,
        Instant createdAt,
        Instant changedAt,
        Instant publishAt,
        DraftView.Failure failure) {

    DraftSummary(
            UUID id,
            UUID communityId,
            long revision,
            PostType type,
            String title,
            String excerpt,
            Instant createdAt,
            Instant changedAt,
            Instant publishAt,
            String failure,
            String failureDetail,
            Instant failedAt) {
        this(
                id,
                communityId,
                revision,
                type,
                title,
                excerpt,
                createdAt,
                changedAt,
                publishAt,
                DraftView.Failure.of(failure, failureDetail, failedAt));
    }
}
