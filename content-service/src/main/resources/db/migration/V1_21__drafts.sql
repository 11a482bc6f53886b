-- What a member has not submitted yet. Everything that is written may be missing.
create table draft (
    id             uuid primary key,
    community_id   uuid        not null references community,
    author_id      uuid        not null references member,
    revision       bigint      not null,
    type           text,
    title          text,
    body           text,
    tags           text[],
    summary        text,
    cover_url      text,
    source_url     text,
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    publish_at     timestamptz,            -- null while it is not scheduled
    failure        text,                   -- why it could not be submitted then: a slug
    failure_detail text,
    failed_at      timestamptz
);
create index draft_of_author on draft (author_id, created_at desc, id desc);
create index draft_due on draft (publish_at, id) where publish_at is not null and failure is null;
