package io.cofound.community.member;

import java.util.List;

import io.cofound.contracts.community.MemberRole;
import io.cofound.contracts.community.VentureStage;

/**
 * What a member tells about the own person, as it is kept.
 *
 * @param headline null if not told, as are about, stage, region and avatarUrl
 * @param skills ids of the vocabulary of tags, as interests are
 */
record ProfileDetails(
        String headline,
        String about,
        List<MemberRole> roles,
        List<String> skills,
        List<String> interests,
        VentureStage stage,
        String region,
        List<String> languages,
        List<String> links,
        String avatarUrl) {

    static final ProfileDetails EMPTY =
            new ProfileDetails(null, null, List.of(), List.of(), List.of(), null, null, List.of(), List.of(), null);

    /** The same, in other words. */
    ProfileDetails saying(Words words) {
        return new ProfileDetails(
                words.headline(),
                words.about(),
                roles,
                skills,
                interests,
                stage,
                region,
                languages,
                words.links(),
                avatarUrl);
    }

    /** What is left of it for a reader; what they may not see looks as if it were not told. */
    ProfileDetails shownTo(Audience reader, ProfileVisibility to) {
        return new ProfileDetails(
                to.headline().includes(reader) ? headline : null,
                to.about().includes(reader) ? about : null,
                to.roles().includes(reader) ? roles : List.of(),
                to.skills().includes(reader) ? skills : List.of(),
                to.interests().includes(reader) ? interests : List.of(),
                to.stage().includes(reader) ? stage : null,
                to.region().includes(reader) ? region : null,
                to.languages().includes(reader) ? languages : List.of(),
                to.links().includes(reader) ? links : List.of(),
                to.avatarUrl().includes(reader) ? avatarUrl : null);
    }
}
