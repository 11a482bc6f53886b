-- What members agreed to, as far as this service asks. No row is no consent.
create table recommendation_consent (
    member_id  uuid primary key,
    revision   bigint      not null,
    given      boolean     not null,
    changed_at timestamptz not null
);
