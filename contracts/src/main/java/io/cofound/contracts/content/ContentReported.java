package io.cofound.contracts.content;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;
import io.cofound.contracts.moderation.SubjectKind;

/**
 * A member thinks that a post or a comment should not be there. A tombstone follows when the report is forgotten.
 *
 * @param reportId the report
 * @param subjectKind what was reported
 * @param subjectId the post or comment
 * @param postId the post, or the one that was commented on
 * @param communityId the community of the post
 * @param reporterId the member who reported it
 * @param authorId the member who wrote it
 * @param cause what is wrong with it
 * @param note what the reporter has to say about it; null for nothing
 * @param reportedAt when
 */
@EventType(value = "io.cofound.content.report.filed.v1", topic = Topics.CONTENT_REPORT)
public record ContentReported(
        UUID reportId,
        SubjectKind subjectKind,
        UUID subjectId,
        UUID postId,
        UUID communityId,
        UUID reporterId,
        UUID authorId,
        ReportCause cause,
        @Nullable String note,
        Instant reportedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return reportId;
    }
}
