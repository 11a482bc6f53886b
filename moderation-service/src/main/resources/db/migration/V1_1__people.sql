-- What is known of those who write. Without a row: no consent, nobody knows them.
create table author (
    member_id           uuid primary key,
    consent_revision    bigint  not null default 0,
    external_processing boolean not null default false,
    trust_revision      bigint  not null default 0,
    trust_level         int     not null default 0
);

-- The level by which a text was judged.
alter table decision add column trust_level int not null default 0;
alter table pending_review add column trust_level int not null default 0;

create index decision_of_author on decision (author_id, decided_at);
create index pending_review_of_author on pending_review (author_id);

-- A removal and a submission come in any order; what was removed up to a revision is not judged at that one or before.
create table removed_subject (
    subject_id uuid primary key,
    revision   bigint not null
);
