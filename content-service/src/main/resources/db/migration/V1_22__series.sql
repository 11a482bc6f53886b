create table series (
    id           uuid primary key,
    community_id uuid        not null references community,
    creator_id   uuid,                     -- null for a former member
    revision     bigint      not null,
    kind         text        not null,
    title        text        not null,
    description  text        not null,
    goals        text[]      not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null
);
create index series_of_community on series (community_id, created_at desc, id desc);
create index series_of_kind on series (community_id, kind, created_at desc, id desc);
create index series_of_creator on series (creator_id, created_at);

create table series_post (
    series_id uuid   not null references series on delete cascade,
    post_id   uuid   not null references post on delete cascade,
    position  bigint not null,
    primary key (series_id, post_id),
    unique (series_id, position)
);
create index series_post_of_post on series_post (post_id);

create table series_prerequisite (
    series_id       uuid not null references series on delete cascade,
    prerequisite_id uuid not null references series on delete cascade,
    primary key (series_id, prerequisite_id)
);
create index series_prerequisite_of on series_prerequisite (prerequisite_id);

-- Which members have begun a series, and which of its posts they are done with. The rows are the members' own.
create table series_start (
    member_id  uuid        not null,
    series_id  uuid        not null references series on delete cascade,
    started_at timestamptz not null,
    primary key (member_id, series_id)
);
create index series_started on series_start (member_id, started_at desc, series_id desc);
create index series_start_of on series_start (series_id);

create table series_progress (
    member_id uuid        not null,
    series_id uuid        not null references series on delete cascade,
    post_id   uuid        not null references post on delete cascade,
    done_at   timestamptz not null,
    primary key (member_id, series_id, post_id)
);
create index series_progress_of on series_progress (series_id);
create index series_progress_of_post on series_progress (post_id);
