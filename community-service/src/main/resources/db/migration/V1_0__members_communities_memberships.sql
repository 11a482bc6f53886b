create table member (
    id            uuid primary key,
    revision      bigint      not null,
    display_name  text        not null,
    headline      text,
    language      text        not null,
    registered_at timestamptz not null
);

create table community (
    id          uuid primary key,
    revision    bigint      not null,
    name        text        not null,
    description text        not null,
    visibility  text        not null,
    joining     text        not null,
    moderation  text        not null,
    language    text        not null,
    owner_id    uuid        not null references member,
    created_at  timestamptz not null
);
create index community_latest on community (created_at desc, id desc);

create table membership (
    id           uuid primary key,
    revision     bigint      not null,
    community_id uuid        not null references community,
    member_id    uuid        not null references member,
    role         text        not null,
    active       boolean     not null,
    since        timestamptz not null,
    unique (community_id, member_id)
);
create index membership_of_community on membership (community_id, since desc, id desc) where active;
create index membership_of_member on membership (member_id, community_id) where active;
