-- In a table of its own: counting must not wait for who edits the post, nor the other way round.
create table post_counters (
    post_id   uuid primary key references post on delete cascade,
    comments  bigint not null default 0,
    reactions bigint not null default 0,
    bookmarks bigint not null default 0,
    reads     bigint not null default 0,
    revision  bigint not null
);

-- Whether it takes no more comments.
alter table post add column closed boolean not null default false;
