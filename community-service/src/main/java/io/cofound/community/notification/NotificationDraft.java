package io.cofound.community.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.NotificationRaised;
import io.vertx.core.json.JsonObject;

/** A notification that is raised unless the member was told before. */
record NotificationDraft(
        UUID id,
        UUID memberId,
        NotificationKind kind,
        UUID communityId,
        UUID subjectId,
        String occasion,
        Preference preference,
        Instant raisedAt) {

    NotificationDraft(
            UUID memberId,
            NotificationKind kind,
            UUID communityId,
            UUID subjectId,
            String occasion,
            Preference preference) {
        this(
                UuidCreator.getTimeOrderedEpoch(),
                memberId,
                kind,
                communityId,
                subjectId,
                occasion,
                preference,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** By the names of the table's columns. */
    JsonObject row() {
        return new JsonObject()
                .put("id", id.toString())
                .put("member_id", memberId.toString())
                .put("kind", kind.name())
                .put("community_id", communityId == null ? null : communityId.toString())
                .put("subject_id", subjectId == null ? null : subjectId.toString())
                .put("occasion", occasion)
                .put("in_app", preference.inApp())
                .put("digest", preference.digest())
                .put("raised_at", raisedAt.toString());
    }

    NotificationRaised raised() {
        return new NotificationRaised(id, memberId, kind, communityId, subjectId, preference.live(), raisedAt);
    }
}
