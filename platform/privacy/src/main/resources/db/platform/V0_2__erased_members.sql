-- What was written before a member was erased and arrives after is dropped.
create table erased_member (
    member_id uuid primary key,
    erased_at timestamptz not null
);
