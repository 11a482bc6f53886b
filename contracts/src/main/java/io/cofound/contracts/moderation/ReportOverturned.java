package io.cofound.contracts.moderation;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * What was said of a report by {@code ReportUpheld} no longer holds: a later ruling found the text fit.
 *
 * @param reportId the report
 * @param subjectId what was reported
 * @param communityId where
 * @param reporterId the member who reported it
 * @param authorId the member who wrote it
 * @param overturnedAt when
 */
@EventType(value = "io.cofound.moderation.report.overturned.v1", topic = Topics.REPORT)
public record ReportOverturned(
        UUID reportId,
        SubjectKind subjectKind,
        UUID subjectId,
        UUID communityId,
        UUID reporterId,
        UUID authorId,
        Instant overturnedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return reportId;
    }
}
