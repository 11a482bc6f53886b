package io.cofound.content.report;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.SubjectKind;

/**
 * A report as its reporter and moderators see it. Who reported is not told: moderators judge the text.
 *
 * @param subjectId the post or comment
 * @param postId the post, or the one that was commented on
 * @param note null where the reporter had nothing to say
 */
record ReportView(
        UUID id,
        SubjectKind subjectKind,
        UUID subjectId,
        UUID postId,
        ReportCause cause,
        String note,
        Instant reportedAt) {}
