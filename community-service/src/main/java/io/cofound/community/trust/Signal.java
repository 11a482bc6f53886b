package io.cofound.community.trust;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.meetup.RegistrationHonoured;
import io.cofound.contracts.meetup.RegistrationMissed;
import io.cofound.contracts.moderation.ReportOverturned;
import io.cofound.contracts.moderation.ReportUpheld;

/**
 * One thing a member did, as far as trust is concerned.
 *
 * @param subjectId the post, registration or text it is about
 * @param revision of the subject; the word about the highest one counts, of words about the same the latest
 * @param toldAt when that was said
 * @param occurredAt from when its weight fades
 */
record Signal(SignalKind kind, UUID subjectId, long revision, Instant toldAt, Instant occurredAt) {

    /** Reports have no revision of their own: the latest one about a text counts, however many there are. */
    private static final long UNREVISED = 0;

    /** Fades from the first publication, so that an edit or a new name of the author does not renew it. */
    static Signal of(PostPublished post, Instant toldAt) {
        return new Signal(SignalKind.ACCEPTED_POST, post.postId(), post.revision(), toldAt, post.publishedAt());
    }

    static Signal of(PostRejected post, Instant toldAt) {
        return new Signal(SignalKind.REJECTED_POST, post.postId(), post.revision(), toldAt, post.rejectedAt());
    }

    static Signal of(RegistrationHonoured registration) {
        return new Signal(
                SignalKind.KEPT_REGISTRATION,
                registration.registrationId(),
                registration.revision(),
                registration.checkedInAt(),
                registration.checkedInAt());
    }

    static Signal of(RegistrationMissed registration) {
        return new Signal(
                SignalKind.MISSED_REGISTRATION,
                registration.registrationId(),
                registration.revision(),
                registration.missedAt(),
                registration.missedAt());
    }

    static Signal forReporter(ReportUpheld report) {
        return new Signal(
                SignalKind.UPHELD_REPORT, report.subjectId(), UNREVISED, report.upheldAt(), report.upheldAt());
    }

    static Signal forAuthor(ReportUpheld report) {
        return new Signal(
                SignalKind.REPORTED_TEXT, report.subjectId(), UNREVISED, report.upheldAt(), report.upheldAt());
    }

    static Signal forReporter(ReportOverturned report) {
        return new Signal(
                SignalKind.OVERTURNED_REPORT,
                report.subjectId(),
                UNREVISED,
                report.overturnedAt(),
                report.overturnedAt());
    }

    static Signal forAuthor(ReportOverturned report) {
        return new Signal(
                SignalKind.CLEARED_TEXT, report.subjectId(), UNREVISED, report.overturnedAt(), report.overturnedAt());
    }
}
