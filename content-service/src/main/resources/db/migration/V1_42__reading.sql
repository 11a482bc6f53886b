-- A copy of what community-service owns. Its row is locked while reads of the member are kept or forgotten.
create table reading_consent (
    member_id  uuid primary key,
    revision   bigint      not null,
    given      boolean     not null,
    changed_at timestamptz not null
);

create table reading (
    member_id     uuid             not null,
    post_id       uuid             not null references post on delete cascade,
    readings      integer          not null,
    dwell_millis  bigint           not null,
    depth         double precision not null,
    first_read_at timestamptz      not null,
    last_read_at  timestamptz      not null,
    published_at  timestamptz      not null, -- when the post was, which never changes
    primary key (member_id, post_id)
);
create index reading_of_member on reading (member_id, first_read_at desc, post_id desc);
create index reading_by_publication on reading (member_id, published_at desc, post_id desc);
create index reading_of_post on reading (post_id);

-- What is gone from the table above and may still be in the documents; a row goes when it is gone there, too.
create table reading_clearing (
    id        bigint generated always as identity primary key,
    member_id uuid not null,
    month     text not null, -- 2026-11, UTC
    post_id   uuid           -- null for all of the month
);
