package io.cofound.community.invitation;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.CommunityRole;

/**
 * An invitation.
 *
 * @param role what those who join by it become
 * @param uses how many may join by it
 * @param used how many have
 * @param revokedAt null unless it was revoked
 * @param code lets whoever has it join; only in the first answer to who made it, null ever after
 * @param link path of the client's page that joins by the code; null without it
 */
record InvitationView(
        UUID id,
        UUID communityId,
        CommunityRole role,
        int uses,
        int used,
        int usesLeft,
        Instant expiresAt,
        Instant revokedAt,
        UUID createdBy,
        Instant createdAt,
        String code,
        String link) {

    static InvitationView of(Invitation invitation) {
        return new InvitationView(
                invitation.id,
                invitation.communityId,
                invitation.role,
                invitation.uses,
                invitation.used,
                invitation.uses - invitation.used,
                invitation.expiresAt,
                invitation.revokedAt,
                invitation.createdBy,
                invitation.createdAt,
                null,
                null);
    }

    InvitationView with(InvitationCode code) {
        return new InvitationView(
                id,
                communityId,
                role,
                uses,
                used,
                usesLeft,
                expiresAt,
                revokedAt,
                createdBy,
                createdAt,
                code.text(),
                "/communities/" + communityId + "/join?invitation=" + code.text());
    }
}
