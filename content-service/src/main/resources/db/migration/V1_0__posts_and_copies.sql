-- Copies of what community-service owns, no older than the revision they carry.
create table community (
    id         uuid primary key,
    revision   bigint not null,
    visibility text   not null,
    moderation text   not null
);

create table membership (
    id           uuid primary key,
    revision     bigint  not null,
    community_id uuid    not null,
    member_id    uuid    not null,
    role         text    not null,
    active       boolean not null
);
create index membership_of_member on membership (member_id, community_id) where active;

create table member (
    id           uuid primary key,
    revision     bigint not null,
    display_name text   not null
);

create table post (
    id                 uuid primary key,
    community_id       uuid        not null references community,
    author_id          uuid        not null references member,
    state              text        not null,
    revision           bigint      not null,
    published_revision bigint,               -- null while others see nothing
    shared             boolean     not null, -- whether public.content holds it
    created_at         timestamptz not null,
    published_at       timestamptz
);
create index post_feed on post (published_at desc, id desc) where published_revision is not null;
create index post_of_community on post (community_id, published_at desc, id desc)
    where published_revision is not null;
create index post_by_state on post (community_id, state, created_at desc, id desc);
create index post_of_author on post (community_id, author_id, state, created_at desc, id desc);
create index post_to_align on post (community_id, shared) where published_revision is not null;

create table post_revision (
    id           uuid primary key,
    post_id      uuid        not null references post,
    number       bigint      not null,
    type         text        not null,
    title        text        not null,
    body         text        not null,
    tags         text[]      not null,
    language     text        not null,
    published    boolean     not null,
    submitted_at timestamptz not null,
    decision_id  uuid,
    label        text,
    action       text,
    rung         text,
    reasons      text,                       -- JSON
    decided_at   timestamptz,
    unique (post_id, number)
);
create index post_revision_latest on post_revision (post_id, submitted_at desc, id desc);
