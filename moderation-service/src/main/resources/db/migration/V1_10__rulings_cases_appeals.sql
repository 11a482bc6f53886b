-- A decision shows its latest ruling; every ruling is kept. Ruling 1 is the cascade's, each later one a person's.
alter table decision add column ruling bigint not null default 1;
alter table decision add column language text not null default 'en';
-- Of the latest revision alone, until it is removed or its author erased: reports, appeals and learning need it.
alter table decision add column text text;
-- What the cascade took; null where not known.
alter table decision add column duration_millis bigint;
alter table decision add column cost_micros bigint;
alter table pending_review add column language text not null default 'en';
alter table pending_review add column local_millis bigint not null default 0;

create table ruling (
    id             uuid primary key,
    decision_id    uuid        not null references decision (id),
    number         bigint      not null,
    occasion       text        not null,
    label          text        not null,
    action         text        not null,
    rung           text        not null,
    classification text        not null, -- JSON, with scores and reasons
    made_by        uuid,                 -- null for the cascade
    reason         text,                 -- what the author is told beside the clause
    made_at        timestamptz not null,
    unique (decision_id, number)
);
create index ruling_of_moderator on ruling (made_by) where made_by is not null;
insert into ruling (id, decision_id, number, occasion, label, action, rung, classification, made_at)
select gen_random_uuid(), id, 1, 'CASCADE', label, action, rung, classification, decided_at from decision;

-- Who moderates where; a copy.
create table membership (
    id           uuid primary key,
    revision     bigint      not null,
    community_id uuid        not null,
    member_id    uuid        not null,
    role         text        not null,
    active       boolean     not null,
    changed_at   timestamptz not null
);
create index membership_of_member on membership (member_id, community_id) where active;
create index membership_in_community on membership (community_id) where active;

create table moderation_case (
    id               uuid primary key,
    revision         bigint           not null,
    decision_id      uuid             not null references decision (id),
    ruling           bigint           not null, -- the one it asks about
    kind             text             not null,
    stage            text             not null,
    subject_kind     text             not null,
    subject_id       uuid             not null,
    subject_revision bigint           not null,
    community_id     uuid             not null,
    author_id        uuid             not null,
    submitted_at     timestamptz      not null,
    label            text             not null,
    risk             double precision not null,
    severe           boolean          not null,
    harm             double precision not null,
    reach            double precision not null,
    uncertainty      double precision not null,
    priority         double precision not null,
    reports          int              not null,
    language         text             not null,
    text             text,                      -- null once it is gone
    plea             text,                      -- what the author says in an appeal
    fresh_eyes       boolean          not null, -- not for those who had a part in it before
    platform_only    boolean          not null, -- a third person, from outside the community
    first_case_id    uuid,                      -- which one a blind second review looks at again
    claimed_by       uuid,
    claimed_until    timestamptz,
    resolved_by      uuid,
    resolved_label   text,
    resolved_action  text,
    opened_at        timestamptz      not null,
    closed_at        timestamptz
);
create unique index moderation_case_open on moderation_case (decision_id, kind) where stage = 'OPEN';
create index moderation_case_queue on moderation_case (stage, priority desc, id desc);
create index moderation_case_queue_by_kind on moderation_case (stage, kind, priority desc, id desc);
create index moderation_case_queue_of_community on moderation_case (community_id, stage, priority desc, id desc);
create index moderation_case_of_subject on moderation_case (subject_id, stage);
create index moderation_case_of_decision on moderation_case (decision_id);
create index moderation_case_of_author on moderation_case (author_id);
create index moderation_case_of_moderator on moderation_case (resolved_by, closed_at desc) where resolved_by is not null;
create index moderation_case_claims on moderation_case (claimed_by) where claimed_by is not null;
create index moderation_case_second on moderation_case (first_case_id) where first_case_id is not null;

create table case_note (
    id         uuid primary key,
    case_id    uuid        not null references moderation_case (id),
    writer_id  uuid        not null,
    text       text        not null, -- empty once its writer was erased
    written_at timestamptz not null
);
create index case_note_of_case on case_note (case_id, written_at, id);
create index case_note_of_writer on case_note (writer_id);

create table report (
    id           uuid primary key,
    subject_kind text        not null,
    subject_id   uuid        not null,
    community_id uuid        not null,
    reporter_id  uuid        not null,
    author_id    uuid        not null,
    cause        text        not null,
    note         text,
    reported_at  timestamptz not null,
    case_id      uuid references moderation_case (id), -- null until what it is about is judged
    upheld       boolean     not null default false    -- whether the latest ruling says the same
);
create index report_of_subject on report (subject_id) where case_id is null;
create index report_of_case on report (case_id);
create index report_of_reporter on report (reporter_id);
create index report_of_author on report (author_id);

create table appeal (
    id           uuid primary key,
    decision_id  uuid        not null references decision (id),
    ruling       bigint      not null, -- the one it is against
    case_id      uuid        not null references moderation_case (id),
    subject_kind text        not null,
    subject_id   uuid        not null,
    community_id uuid        not null,
    author_id    uuid        not null,
    text         text        not null, -- empty once its author was erased
    state        text        not null,
    filed_at     timestamptz not null,
    closed_at    timestamptz,
    unique (decision_id, ruling)
);
create unique index appeal_of_case on appeal (case_id);
create index appeal_of_author on appeal (author_id);
