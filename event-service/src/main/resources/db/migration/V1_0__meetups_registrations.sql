-- Copies of what community-service owns, fed by its topics.
create table community (
    id         uuid primary key,
    revision   bigint not null,
    visibility text   not null
);

create table membership (
    id           uuid primary key,
    revision     bigint  not null,
    community_id uuid    not null,
    member_id    uuid    not null,
    role         text, -- null when the member has left
    unique (community_id, member_id)
);

create table meetup (
    id           uuid primary key,
    revision     bigint      not null,
    community_id uuid        not null references community,
    organiser_id uuid        not null,
    title        text        not null,
    description  text        not null,
    mode         text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    time_zone    text        not null,
    state        text        not null,
    created_at   timestamptz not null,
    published_at timestamptz,
    capacity     integer     not null,
    confirmed    integer     not null,
    waitlisted   integer     not null,
    last_arrival timestamptz,
    check (ends_at > starts_at),
    -- The seat rules once more, so that not even a mistake can sell a seat twice or leave one empty.
    check (confirmed between 0 and capacity),
    check (waitlisted = 0 or waitlisted > 0 and confirmed = capacity)
);
create index meetup_by_start on meetup (community_id, starts_at, id);

create table registration (
    id            uuid primary key,
    revision      bigint      not null,
    meetup_id     uuid        not null references meetup,
    member_id     uuid        not null,
    state         text        not null,
    registered_at timestamptz not null, -- no two of one meetup are equal: it is the order of arrival
    changed_at    timestamptz not null,
    unique (meetup_id, member_id)
);
create index registration_by_arrival on registration (meetup_id, registered_at, id);
create index registration_in_line on registration (meetup_id, state, registered_at, id);
