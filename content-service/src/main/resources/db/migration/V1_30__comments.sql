-- No reference to the post: a comment outlives a post whose author was forgotten, as its own author's.
create table comment (
    id                 uuid primary key,
    post_id            uuid        not null,
    community_id       uuid        not null,            -- that of the post when it was written
    author_id          uuid        not null references member,
    parent_id          uuid references comment,         -- under which it stands; null for the post itself
    answered_id        uuid,                            -- what it answers; another than the parent at the last level
    answered_author_id uuid,
    level              smallint    not null,            -- 1 to 6
    state              text        not null,
    revision           bigint      not null,
    text_number        bigint      not null,
    published_number   bigint,                          -- null while others see nothing
    reply_count        bigint      not null default 0,  -- that are listed
    accepted           boolean     not null default false,
    created_at         timestamptz not null,
    published_at       timestamptz
);
-- What is listed: what others see, and the place of what they no longer see but was answered.
create index comment_of_post on comment (post_id, created_at, id)
    where parent_id is null and (published_number is not null or reply_count > 0);
create index comment_reply on comment (parent_id, created_at, id) where published_number is not null or reply_count > 0;
create index comment_child on comment (parent_id);
create index comment_by_state on comment (post_id, state, created_at, id);
create index comment_of_author_by_state on comment (post_id, author_id, state, created_at, id);
create index comment_of_author on comment (author_id, id);
create unique index comment_accepted on comment (post_id) where accepted;

create table comment_revision (
    id           uuid primary key,
    comment_id   uuid        not null references comment,
    number       bigint      not null,
    body         text        not null,
    html         text        not null default '', -- the body rendered and sanitised, once
    language     text        not null,
    published    boolean     not null,
    submitted_at timestamptz not null,
    decision_id  uuid,
    label        text,
    action       text,
    rung         text,
    reasons      text,                       -- JSON
    decided_at   timestamptz,
    unique (comment_id, number)
);
create index comment_revision_latest on comment_revision (comment_id, submitted_at desc, id desc);

-- Who is meant by a name in a text.
create index member_by_name on member (lower(display_name));
