create table decision (
    id               uuid primary key,
    subject_kind     text        not null,
    subject_id       uuid        not null,
    subject_revision bigint      not null,
    community_id     uuid        not null,
    author_id        uuid        not null,
    label            text        not null,
    action           text        not null,
    rung             text        not null,
    classification   text        not null, -- JSON, with scores and reasons
    decided_at       timestamptz not null,
    -- Whatever crashes or is delivered twice, a revision is decided once.
    unique (subject_id, subject_revision)
);

-- Texts that wait for the language model; gone as soon as they are decided.
create table pending_review (
    id               uuid primary key,
    subject_kind     text        not null,
    subject_id       uuid        not null,
    subject_revision bigint      not null,
    community_id     uuid        not null,
    author_id        uuid        not null,
    text             text        not null,
    classification   text        not null, -- JSON; holds if there is no opinion
    attempts         int         not null,
    leased_until     timestamptz not null,
    submitted_at     timestamptz not null,
    unique (subject_id, subject_revision)
);
create index pending_review_waiting on pending_review (submitted_at);
