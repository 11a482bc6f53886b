-- Scores as they were at one moment, so that pages of one reading belong together; kept for an hour.
create table trending_snapshot (
    number   bigint generated always as identity primary key,
    taken_at timestamptz not null
);
create index trending_snapshot_by_time on trending_snapshot (taken_at);

-- A score and the snapshots it is in: from since, until before until. Only what changed is written anew.
create table trending_post (
    post_id      uuid             not null,
    since        bigint           not null,
    until        bigint           not null, -- the greatest number there is while it lasts
    score        double precision not null,
    community_id uuid             not null,
    type         text             not null,
    shared       boolean          not null,
    primary key (post_id, since)
);
create index trending_post_public on trending_post (score desc, post_id desc) include (since, until) where shared;
create index trending_post_public_of_type on trending_post (type, score desc, post_id desc) include (since, until)
    where shared;
create index trending_post_of_community on trending_post (community_id, score desc, post_id desc)
    include (since, until, type);
create index trending_post_ended on trending_post (until) where until < 9223372036854775807;
