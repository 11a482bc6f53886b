package io.cofound.community.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What a member had not read on a day. At most one a day; written by {@link DigestRepository#add} alone. */
@Entity
class Digest {

    @Id
    UUID id;

    UUID memberId;

    LocalDate day;

    Instant preparedAt;

    protected Digest() {}
}
