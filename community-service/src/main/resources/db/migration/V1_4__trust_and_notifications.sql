create table trust (
    member_id     uuid primary key,
    revision      bigint not null, -- counts changes of the level; 0 before the first
    level         int    not null,
    registered_at timestamptz,     -- null until the registration is heard of
    review_at     timestamptz      -- when time alone may change the level; null if it cannot
);
create index trust_review on trust (review_at) where review_at is not null;

-- Members from before this table; later ones are heard of.
insert into trust (member_id, revision, level, registered_at)
select id, 0, 0, registered_at from member;

create table trust_signal (
    member_id   uuid        not null,
    matter      text        not null,
    subject_id  uuid        not null,
    kind        text        not null,
    revision    bigint      not null, -- of the subject; the latest word about the highest one counts
    told_at     timestamptz not null,
    occurred_at timestamptz not null,
    primary key (member_id, matter, subject_id)
);

create table notification (
    id           uuid primary key,
    member_id    uuid        not null,
    kind         text        not null,
    community_id uuid,
    subject_id   uuid,
    occasion     text        not null,
    in_app       boolean     not null,
    digest       boolean     not null,
    digest_id    uuid,
    raised_at    timestamptz not null,
    read_at      timestamptz,
    unique (member_id, occasion)
);
create index notification_latest on notification (member_id, raised_at desc, id desc) where in_app;
create index notification_unread on notification (member_id, raised_at desc, id desc) where in_app and read_at is null;
create index notification_for_digest on notification (member_id, raised_at, id)
    where digest and digest_id is null and read_at is null;
create index notification_of_digest on notification (digest_id, raised_at, id) where digest_id is not null;
create index notification_age on notification (raised_at);
create index notification_read_age on notification (raised_at) where read_at is not null;

create table notification_preference (
    member_id uuid    not null,
    kind      text    not null,
    in_app    boolean not null,
    live      boolean not null,
    digest    boolean not null,
    primary key (member_id, kind)
);

create table digest (
    id          uuid primary key,
    member_id   uuid        not null,
    day         date        not null,
    prepared_at timestamptz not null,
    unique (member_id, day)
);
create index digest_latest on digest (member_id, prepared_at desc, id desc);
create index digest_age on digest (prepared_at);

-- Who is to hear that a meetup will not take place: a copy of registrations, ids alone.
create table meetup_guest (
    registration_id uuid primary key,
    revision        bigint      not null,
    meetup_id       uuid        not null,
    member_id       uuid        not null,
    active          boolean     not null,
    changed_at      timestamptz not null
);
create index meetup_guest_of_meetup on meetup_guest (meetup_id, member_id) where active;
create index meetup_guest_of_member on meetup_guest (member_id);
create index meetup_guest_age on meetup_guest (changed_at);

create table cancelled_meetup (
    meetup_id    uuid primary key,
    community_id uuid        not null,
    cancelled_at timestamptz not null
);
create index cancelled_meetup_age on cancelled_meetup (cancelled_at);
