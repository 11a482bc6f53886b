package io.cofound.moderation.appeal;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.moderation.SubjectKind;

/**
 * An appeal as its author and moderators see it.
 *
 * @param ruling the number of the ruling it is against
 * @param closedAt null while it is open
 */
record AppealView(
        UUID id,
        UUID decisionId,
        long ruling,
        SubjectKind subjectKind,
        UUID subjectId,
        String text,
        AppealState state,
        Instant filedAt,
        Instant closedAt) {

    static AppealView of(Appeal appeal) {
        return new AppealView(
                appeal.id,
                appeal.decisionId,
                appeal.ruling,
                appeal.subjectKind,
                appeal.subjectId,
                appeal.text,
                appeal.state,
                appeal.filedAt,
                appeal.closedAt);
    }
}
