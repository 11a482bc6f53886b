-- Arrays and flags have defaults for the members from before, who showed a name and a headline.
alter table member
    add about           text,
    add roles           text[]  not null default '{}',
    add skills          text[]  not null default '{}', -- ids of the vocabulary of tags, as interests are
    add interests       text[]  not null default '{}',
    add stage           text,
    add region          text,
    add languages       text[]  not null default '{}',
    add links           text[]  not null default '{}',
    add avatar_url      text,
    add visibility      text,                          -- null: never chosen, the defaults apply
    add search_terms    text[]  not null default '{}', -- made of what signed-in members may see, by SearchTerms
    add follower_count  bigint  not null default 0,
    add following_count bigint  not null default 0,
    add erased_at       timestamptz,
    add erasing         boolean not null default false;

create index member_latest on member (registered_at desc, id desc) where erased_at is null;
create index member_search on member using gin (search_terms) where erased_at is null;

create table follow (
    id          uuid primary key,
    revision    bigint      not null,
    follower_id uuid        not null references member,
    followed_id uuid        not null references member,
    active      boolean     not null,
    since       timestamptz not null,
    unique (follower_id, followed_id),
    check (follower_id <> followed_id)
);
create index follow_of_follower on follow (follower_id, since desc, id desc) where active;
create index follow_of_followed on follow (followed_id);
