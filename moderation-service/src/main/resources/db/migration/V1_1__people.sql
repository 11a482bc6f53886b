-- What is known of those who write. Without a row: no consent, and nobody knows them.
create table external_processing_consent (
    member_id  uuid primary key,
    revision   bigint      not null,
    given      boolean     not null,
    changed_at timestamptz not null
);
create table trust (
    member_id  uuid primary key,
    revision   bigint      not null,
    level      int         not null,
    changed_at timestamptz not null
);

-- The level by which a text was judged, and when it was written: an erasure is about what was written before it.
alter table decision add column trust_level int not null default 0;
alter table decision add column submitted_at timestamptz;
update decision set submitted_at = decided_at;
alter table decision alter column submitted_at set not null;
alter table pending_review add column trust_level int not null default 0;

create index decision_of_author on decision (author_id, decided_at);
create index pending_review_of_author on pending_review (author_id);

-- A removal and a submission come in any order; what was removed up to a revision is not judged at that one or before.
create table removed_subject (
    subject_id uuid primary key,
    revision   bigint not null
);
