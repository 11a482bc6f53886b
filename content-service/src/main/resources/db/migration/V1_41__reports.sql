-- Without references: a report outlives what it is about, as the moderators' reason for what they did.
create table report (
    id           uuid primary key,
    subject_kind text        not null,
    subject_id   uuid        not null,
    post_id      uuid        not null,
    community_id uuid        not null,
    reporter_id  uuid        not null,
    author_id    uuid        not null,
    cause        text        not null,
    note         text,
    reported_at  timestamptz not null,
    unique (reporter_id, subject_kind, subject_id)
);
create index report_in_community on report (community_id, reported_at desc, id desc);
