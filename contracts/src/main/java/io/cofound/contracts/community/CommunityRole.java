package io.cofound.contracts.community;

/** What a member may do in a community, from most to least. */
public enum CommunityRole {
    OWNER,
    MODERATOR,
    ORGANISER,
    MEMBER
}
