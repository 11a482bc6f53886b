package io.cofound.contracts.moderation;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * Somebody reported a text, and a person agreed.
 *
 * @param reportId the report
 * @param subjectId what was reported
 * @param communityId where
 * @param reporterId the member who reported it
 * @param authorId the member who wrote it
 * @param upheldAt when
 */
@EventType(value = "io.cofound.moderation.report.upheld.v1", topic = Topics.REPORT)
public record ReportUpheld(
        UUID reportId,
        SubjectKind subjectKind,
        UUID subjectId,
        UUID communityId,
        UUID reporterId,
        UUID authorId,
        Instant upheldAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return reportId;
    }
}
