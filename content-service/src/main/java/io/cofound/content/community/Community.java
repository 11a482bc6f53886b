package io.cofound.content.community;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;

/** A copy of what posts need to know of their community. */
@Entity
class Community {

    @Id
    UUID id;

    long revision;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Enumerated(EnumType.STRING)
    ModerationMode moderation;

    boolean archived;

    protected Community() {}
}
