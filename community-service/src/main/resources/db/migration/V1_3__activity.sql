-- What members did, copied from the topics. A row's natural key makes an event that comes again change nothing.
create table activity (
    source_id    uuid        not null, -- the post, comment or registration
    kind         text        not null check (kind in ('POST', 'COMMENT', 'SEAT', 'VISIT')),
    at           timestamptz not null,
    community_id uuid        not null,
    member_id    uuid        not null,
    primary key (source_id, kind, at)
);
create index activity_of_community on activity (community_id, at);
create index activity_of_member on activity (member_id, community_id);

-- Counts of the rows above, added up as they are inserted: a year of a large community is read from here.
create table activity_day (
    community_id uuid not null,
    member_id    uuid not null,
    day          date not null, -- in UTC
    posts        int  not null,
    comments     int  not null,
    seats        int  not null,
    visits       int  not null,
    primary key (community_id, member_id, day)
);
create index activity_day_of_community on activity_day (community_id, day) include (member_id, posts, comments);
create index activity_day_of_member on activity_day (member_id);

create table first_activity (
    community_id uuid not null,
    member_id    uuid not null,
    day          date not null, -- in UTC
    primary key (community_id, member_id)
);
create index first_activity_of_community on first_activity (community_id, day);
create index first_activity_of_member on first_activity (member_id);

create table membership_change (
    membership_id uuid        not null,
    joined        boolean     not null, -- false: left
    at            timestamptz not null,
    community_id  uuid        not null,
    member_id     uuid        not null,
    primary key (membership_id, joined, at)
);
create index membership_change_of_community on membership_change (community_id, member_id, at desc, joined);
create index membership_change_of_member on membership_change (member_id);

create table published_post (
    post_id      uuid primary key,
    revision     bigint      not null,
    community_id uuid        not null,
    author_id    uuid        not null,
    question     boolean     not null,
    removed      boolean     not null,
    published_at timestamptz not null
);
create index published_post_of_community on published_post (community_id, published_at) where not removed;
create index published_post_of_author on published_post (author_id, community_id, published_at);

create table published_comment (
    comment_id   uuid primary key,
    post_id      uuid        not null, -- may be unknown yet: topics have no order among them
    author_id    uuid        not null,
    published_at timestamptz not null
);
create index published_comment_of_post on published_comment (post_id, published_at) include (author_id);
create index published_comment_of_author on published_comment (author_id);

create table analytics_consent (
    member_id uuid primary key,
    revision  bigint  not null,
    granted   boolean not null
);

create table churn_model (
    id         uuid primary key,
    trained_at timestamptz not null,
    model      text        not null -- JSON
);
create index churn_model_latest on churn_model (trained_at desc);
