package io.cofound.content.community;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A copy of the name a member shows to others. */
@Entity
class Member {

    @Id
    UUID id;

    long revision;

    /** Null for a former member. */
    String displayName;

    protected Member() {}
}
