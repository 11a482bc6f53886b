package io.cofound.community.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cofound.contracts.community.MemberRole;
import io.cofound.contracts.community.VentureStage;

/**
 * A profile as a reader may see it: the member what was written last, others what was accepted.
 *
 * @param skills ids of tags, as interests are
 * @param visibility who sees what; only for the member
 * @param moderation how the member's own words stand; only for the member, null where nothing was judged
 */
record MemberView(
        UUID id,
        long revision,
        String displayName,
        String headline,
        String about,
        List<MemberRole> roles,
        List<String> skills,
        List<String> interests,
        VentureStage stage,
        String region,
        List<String> languages,
        List<String> links,
        String avatarUrl,
        String language,
        Instant registeredAt,
        long followerCount,
        long followingCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) ProfileVisibility visibility,
        @JsonInclude(JsonInclude.Include.NON_NULL) ModerationView moderation) {

    /** @param readerId empty for somebody who is not signed in */
    static MemberView of(Member member, Optional<UUID> readerId) {
        boolean self = readerId.filter(member.id::equals).isPresent();
        ProfileDetails shown =
                self ? member.latest() : member.shownTo(readerId.isPresent() ? Audience.MEMBERS : Audience.PUBLIC);
        return new MemberView(
                member.id,
                member.revision,
                self ? member.latestName() : member.displayName,
                shown.headline(),
                shown.about(),
                shown.roles(),
                shown.skills(),
                shown.interests(),
                shown.stage(),
                shown.region(),
                shown.languages(),
                shown.links(),
                shown.avatarUrl(),
                member.language,
                member.registeredAt,
                member.followerCount,
                member.followingCount,
                self ? member.visibility : null,
                self ? ModerationView.of(member.own) : null);
    }
}
