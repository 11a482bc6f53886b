package io.cofound.community.member;

import static java.util.Objects.requireNonNullElse;

/**
 * Whom a member shows each part of the profile to. Name, preferred language, the day of joining and how many follow are
 * always public. In what a client sends, a part that is absent stays as it was.
 */
record ProfileVisibility(
        Audience headline,
        Audience about,
        Audience roles,
        Audience skills,
        Audience interests,
        Audience stage,
        Audience region,
        Audience languages,
        Audience links,
        Audience avatarUrl) {

    /** What one does is public; where one lives, and how to reach one, is told to those who say who they are. */
    static final ProfileVisibility DEFAULT = new ProfileVisibility(
            Audience.PUBLIC,
            Audience.MEMBERS,
            Audience.PUBLIC,
            Audience.PUBLIC,
            Audience.PUBLIC,
            Audience.MEMBERS,
            Audience.MEMBERS,
            Audience.MEMBERS,
            Audience.MEMBERS,
            Audience.PUBLIC);

    /** This with what is absent in it taken from another. */
    ProfileVisibility or(ProfileVisibility other) {
        return new ProfileVisibility(
                requireNonNullElse(headline, other.headline),
                requireNonNullElse(about, other.about),
                requireNonNullElse(roles, other.roles),
                requireNonNullElse(skills, other.skills),
                requireNonNullElse(interests, other.interests),
                requireNonNullElse(stage, other.stage),
                requireNonNullElse(region, other.region),
                requireNonNullElse(languages, other.languages),
                requireNonNullElse(links, other.links),
                requireNonNullElse(avatarUrl, other.avatarUrl));
    }
}
