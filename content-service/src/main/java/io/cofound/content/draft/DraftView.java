package io.cofound.content.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.content.PostType;

/**
 * A draft as its author sees it.
 *
 * @param publishAt when it shall be submitted by itself; null while it is not scheduled
 * @param failure why that did not work; null if it was not tried since the draft was last changed
 */
record DraftView(
        UUID id,
        UUID communityId,
        long revision,
        PostType type,
        String title,
        String body,
        List<String> tags,
        String summary,
        String coverUrl,
        String sourceUrl,
        Instant createdAt,
        Instant changedAt,
        Instant publishAt,
        Failure failure) {

    /** @param slug as in the problem that publishing it answers */
    record Failure(String slug, String detail, Instant at) {

        static Failure of(String slug, String detail, Instant at) {
            return slug == null ? null : new Failure(slug, detail, at);
        }
    }

    static DraftView of(Draft draft) {
        return new DraftView(
                draft.id,
                draft.communityId,
                draft.revision,
                draft.type,
                draft.title,
                draft.body,
                List.of(draft.tags),
                draft.summary,
                draft.coverUrl,
                draft.sourceUrl,
                draft.createdAt,
                draft.changedAt,
                draft.publishAt,
                Failure.of(draft.failure, draft.failureDetail, draft.failedAt));
    }
}
