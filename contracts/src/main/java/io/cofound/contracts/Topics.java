package io.cofound.contracts;

import java.util.List;

import static io.cofound.contracts.Topic.Retention.NEWS;
import static io.cofound.contracts.Topic.Retention.STATE;

/** Every topic of the platform. Those named {@code public.*} are the ones partners may read. */
public final class Topics {

    public static final String COMMUNITY = "community.community";
    public static final String MEMBER = "community.member";
    public static final String MEMBERSHIP = "community.membership";
    public static final String FOLLOW = "community.follow";
    public static final String TRUST = "community.trust";
    public static final String CONSENT = "community.consent";
    public static final String NOTIFICATION = "community.notification";
    public static final String DIGEST = "community.digest";
    public static final String POST = "content.post";
    public static final String COMMENT = "content.comment";
    public static final String READING = "content.reading";
    public static final String CONTENT_REPORT = "content.report";
    public static final String DECISION = "moderation.decision";
    public static final String REPORT = "moderation.report";
    public static final String APPEAL = "moderation.appeal";
    public static final String MEETUP = "event.meetup";
    public static final String REGISTRATION = "event.registration";
    public static final String OPPORTUNITY = "matching.opportunity";

    public static final String EXPORT = "privacy.export";
    public static final String ERASURE = "privacy.erasure";

    public static final String PUBLIC_COMMUNITIES = "public.communities";
    public static final String PUBLIC_CONTENT = "public.content";
    public static final String PUBLIC_MEETUPS = "public.meetups";
    public static final String PUBLIC_OPPORTUNITIES = "public.opportunities";

    /**
     * All but the news keep the last record of every key. Every event therefore says all there is to say of its key, or
     * has a key of its own: so can a topic be read from its start, and so can a member be forgotten in it.
     */
    public static final List<Topic> ALL = List.of(
            new Topic(COMMUNITY, STATE),
            new Topic(MEMBER, STATE),
            new Topic(MEMBERSHIP, STATE),
            new Topic(FOLLOW, STATE),
            new Topic(TRUST, STATE),
            new Topic(CONSENT, STATE),
            new Topic(NOTIFICATION, NEWS),
            new Topic(DIGEST, NEWS),
            new Topic(POST, STATE),
            new Topic(COMMENT, STATE),
            new Topic(READING, NEWS),
            new Topic(CONTENT_REPORT, STATE),
            new Topic(DECISION, STATE),
            new Topic(REPORT, STATE),
            new Topic(APPEAL, STATE),
            new Topic(MEETUP, STATE),
            new Topic(REGISTRATION, STATE),
            new Topic(OPPORTUNITY, STATE),
            new Topic(EXPORT, STATE),
            new Topic(ERASURE, STATE),
            new Topic(PUBLIC_COMMUNITIES, STATE),
            new Topic(PUBLIC_CONTENT, STATE),
            new Topic(PUBLIC_MEETUPS, STATE),
            new Topic(PUBLIC_OPPORTUNITIES, STATE));

    private Topics() {}
}
