-- In which language members are told why; without a row, in that of what they wrote.
create table preferred_language (
    member_id  uuid primary key,
    revision   bigint      not null,
    language   text        not null, -- BCP 47
    changed_at timestamptz not null
);
