package io.cofound.community.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.cofound.contracts.community.NotificationKind;

/** Something a member was told. Holds ids alone. */
@Entity
class Notification {

    @Id
    UUID id;

    UUID memberId;

    @Enumerated(EnumType.STRING)
    NotificationKind kind;

    /** Null if in no community. */
    UUID communityId;

    /** Null if about the community itself. */
    UUID subjectId;

    /** Names what happened; unique for the member. */
    String occasion;

    /** Whether it is in the member's list. */
    boolean inApp;

    /** Whether it goes into a digest if it is not read before. */
    boolean digest;

    /** Null while it is in none. */
    UUID digestId;

    Instant raisedAt;

    /** Null while unread. */
    Instant readAt;

    protected Notification() {}

    void putInto(UUID digest) {
        digestId = digest;
    }

    /** The first time counts. */
    void read(Instant at) {
        if (readAt == null) {
            readAt = at;
        }
    }
}
