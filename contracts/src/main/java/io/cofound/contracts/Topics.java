package io.cofound.contracts;

import java.util.List;

/** Every topic of the platform. Those named {@code public.*} are the ones partners may read. */
public final class Topics {

    public static final String COMMUNITY = "community.community";
    public static final String MEMBER = "community.member";
    public static final String MEMBERSHIP = "community.membership";
    public static final String POST = "content.post";
    public static final String DECISION = "moderation.decision";
    public static final String MEETUP = "event.meetup";
    public static final String REGISTRATION = "event.registration";
    public static final String OPPORTUNITY = "matching.opportunity";

    public static final String PUBLIC_COMMUNITIES = "public.communities";
    public static final String PUBLIC_CONTENT = "public.content";
    public static final String PUBLIC_MEETUPS = "public.meetups";
    public static final String PUBLIC_OPPORTUNITIES = "public.opportunities";

    /** Topics whose every event carries the aggregate's whole state are compacted; the others keep their history. */
    public static final List<Topic> ALL = List.of(
            new Topic(COMMUNITY, true),
            new Topic(MEMBER, true),
            new Topic(MEMBERSHIP, true),
            new Topic(POST, false),
            new Topic(DECISION, false),
            new Topic(MEETUP, true),
            new Topic(REGISTRATION, false),
            new Topic(OPPORTUNITY, true),
            new Topic(PUBLIC_COMMUNITIES, true),
            new Topic(PUBLIC_CONTENT, true),
            new Topic(PUBLIC_MEETUPS, true),
            new Topic(PUBLIC_OPPORTUNITIES, true));

    private Topics() {}
}
