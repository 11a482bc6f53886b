package io.cofound.contracts.community;

import java.util.EnumSet;
import java.util.Set;

import static io.cofound.contracts.community.CommunityRole.MEMBER;
import static io.cofound.contracts.community.CommunityRole.MODERATOR;
import static io.cofound.contracts.community.CommunityRole.ORGANISER;
import static io.cofound.contracts.community.CommunityRole.OWNER;

/** What the roles of a community allow: the one table that every service asks. A permission not listed is not given. */
public enum Permission {
    /** Read what is not public. */
    READ_INSIDE(OWNER, MODERATOR, ORGANISER, MEMBER),
    /** Write posts and comments, react, report. */
    WRITE(OWNER, MODERATOR, ORGANISER, MEMBER),
    /** Take a seat at a meetup; at one of a public community anybody may who is not banned. */
    ATTEND(OWNER, MODERATOR, ORGANISER, MEMBER),
    /** Announce and run meetups, see who comes. */
    ORGANISE(OWNER, MODERATOR, ORGANISER),
    /** See what waits for judgement, take content down. */
    MODERATE(OWNER, MODERATOR),
    /** Make and revoke invitations. */
    INVITE(OWNER, MODERATOR),
    /** See and answer requests to join. */
    ANSWER_REQUESTS(OWNER, MODERATOR),
    /** End another's membership, for ever or until a day; never the owner's, nor that of somebody of the same role. */
    BAN(OWNER, MODERATOR),
    /** Change name, description, rules, visibility, joining and moderation. */
    CHANGE(OWNER),
    /** Make members moderators or organisers and back. */
    ASSIGN_ROLES(OWNER),
    /** Make another member the owner. */
    HAND_OVER(OWNER),
    /** Close the community for everything but reading, and open it again. */
    ARCHIVE(OWNER),
    /** See how the community is doing. */
    SEE_INSIGHTS(OWNER);

    private final Set<CommunityRole> roles;

    Permission(CommunityRole... roles) {
        this.roles = EnumSet.noneOf(CommunityRole.class);
        this.roles.addAll(Set.of(roles));
    }

    /** @param role null for those who do not belong to the community, who have none of these */
    public boolean isHeldBy(CommunityRole role) {
        return role != null && roles.contains(role);
    }
}
