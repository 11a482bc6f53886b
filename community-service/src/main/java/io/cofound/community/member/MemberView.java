package io.cofound.community.member;

import java.time.Instant;
import java.util.UUID;

record MemberView(UUID id, long revision, String displayName, String headline, String language, Instant registeredAt) {

    static MemberView of(Member member) {
        return new MemberView(
                member.id, member.revision, member.displayName, member.headline, member.language, member.registeredAt);
    }
}
