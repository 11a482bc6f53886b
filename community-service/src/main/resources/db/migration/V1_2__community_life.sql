alter table community
    add column rules        text    not null default '',
    add column archived     boolean not null default false,
    -- Its owner was erased and nobody else belonged to it.
    add column given_up     boolean not null default false,
    add column member_count integer not null default 0 check (member_count >= 0);
update community set member_count =
    (select count(*) from membership where community_id = community.id and active);
create index community_of_owner on community (owner_id, id);

-- Former memberships are read by member too, when the member's data is exported or erased.
drop index membership_of_member;
create index membership_of_member on membership (member_id, community_id);
create index membership_by_role on membership (community_id, role, since) where active;
create unique index one_owner on membership (community_id) where role = 'OWNER' and active;

-- Never a community without its owner; looked at when the transaction commits.
create function require_owner(community uuid) returns void language plpgsql as $$
begin
    if exists (
        select 1 from community c where c.id = community and not c.given_up and not exists (
            select 1 from membership m
            where m.community_id = c.id and m.member_id = c.owner_id and m.role = 'OWNER' and m.active))
    then
        raise exception 'community % would be without its owner', community using errcode = 'integrity_constraint_violation';
    end if;
end $$;

create function require_owner_of_community() returns trigger language plpgsql as $$
begin
    perform require_owner(new.id);
    return null;
end $$;

create function require_owner_after_membership() returns trigger language plpgsql as $$
begin
    perform require_owner(old.community_id);
    return null;
end $$;

create constraint trigger community_has_owner after insert or update of owner_id, given_up on community
    deferrable initially deferred for each row execute function require_owner_of_community();
create constraint trigger owner_stays after update on membership
    deferrable initially deferred for each row when (old.role = 'OWNER' and old.active)
    execute function require_owner_after_membership();
create constraint trigger owner_is_kept after delete on membership
    deferrable initially deferred for each row when (old.role = 'OWNER' and old.active)
    execute function require_owner_after_membership();

create table invitation (
    id           uuid primary key,
    community_id uuid        not null references community,
    role         text        not null,
    code_hash    bytea       not null unique, -- SHA-256; the code itself is nowhere
    uses         integer     not null check (uses > 0),
    used         integer     not null check (used between 0 and uses),
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    created_by   uuid        not null,
    created_at   timestamptz not null
);
create index invitation_of_community on invitation (community_id, created_at desc, id desc);
create index invitation_of_maker on invitation (created_by);

create table join_request (
    id           uuid primary key,
    revision     bigint      not null,
    community_id uuid        not null references community,
    member_id    uuid        not null references member,
    message      text,
    state        text        not null,
    asked_at     timestamptz not null,
    answered_at  timestamptz,
    answered_by  uuid,
    reason       text,
    unique (community_id, member_id)
);
create index join_request_queue on join_request (community_id, state, asked_at, id);
create index join_request_of_member on join_request (member_id);
create index join_request_of_answerer on join_request (answered_by) where answered_by is not null;

create table ban (
    id           uuid primary key,
    community_id uuid        not null references community,
    member_id    uuid        not null references member,
    ends_at      timestamptz, -- null is for ever
    reason       text,        -- null after the member or who wrote it was erased
    banned_by    uuid        not null,
    banned_at    timestamptz not null,
    unique (community_id, member_id)
);
create index ban_of_community on ban (community_id, banned_at desc, id desc);
create index ban_of_member on ban (member_id);
create index ban_of_moderator on ban (banned_by);
