package io.cofound.community.member;

import java.util.UUID;

/**
 * A member in a list, as whoever is signed in may see it.
 *
 * @param headline null if not shown, as is avatarUrl
 */
public record MemberSummary(UUID id, String displayName, String headline, String avatarUrl) {

    static MemberSummary of(Member member) {
        ProfileDetails shown = member.shownTo(Audience.MEMBERS);
        return new MemberSummary(member.id, member.displayName, shown.headline(), shown.avatarUrl());
    }
}
