-- A copy of what community-service owns: who follows whom, no older than the revision it carries.
create table follow (
    id          uuid primary key,
    revision    bigint      not null,
    follower_id uuid        not null,
    followed_id uuid        not null,
    active      boolean     not null,
    changed_at  timestamptz not null
);
create index follow_of_follower on follow (follower_id, followed_id) where active;
create index follow_of_followed on follow (followed_id, follower_id) where active;
create index follow_by_follower on follow (follower_id);
create index follow_by_followed on follow (followed_id);

-- Whose posts are not written into the home feeds of their followers, of whom there are too many. Once in, for ever in:
-- home feeds lack what was published meanwhile.
create table wide_author (author_id uuid primary key);

create table muted_tag (
    member_id uuid        not null,
    tag       text        not null,
    muted_at  timestamptz not null,
    primary key (member_id, tag)
);
create table muted_member (
    member_id uuid        not null,
    muted_id  uuid        not null,
    muted_at  timestamptz not null,
    primary key (member_id, muted_id)
);

-- What feeds range over: every post that others see, with all that a feed may choose by. Kept by triggers at the end of
-- the transaction that changes a post, so that no writer can forget it.
create table feed_post (
    post_id      uuid primary key references post on delete cascade,
    community_id uuid        not null,
    author_id    uuid        not null,
    type         text        not null,
    tags         text[]      not null, -- lower case, with single spaces
    shared       boolean     not null,
    published_at timestamptz not null,
    updated_at   timestamptz not null, -- when the text that is shown was written, or first shown
    bucket       smallint    not null  -- of the sitemap: the last byte of the id
);
create index feed_post_public on feed_post (published_at desc, post_id desc) where shared;
create index feed_post_public_of_type on feed_post (type, published_at desc, post_id desc) where shared;
create index feed_post_of_community on feed_post (community_id, published_at desc, post_id desc);
create index feed_post_of_community_and_type on feed_post (community_id, type, published_at desc, post_id desc);
create index feed_post_of_author on feed_post (author_id, published_at desc, post_id desc);
create index feed_post_by_time on feed_post (published_at);
create index feed_post_of_bucket on feed_post (bucket, post_id) where shared;
create index feed_post_latest_of_bucket on feed_post (bucket, updated_at desc) where shared;

-- The same by tag.
create table feed_post_tag (
    post_id      uuid        not null references feed_post on delete cascade,
    tag          text        not null,
    community_id uuid        not null,
    author_id    uuid        not null,
    type         text        not null,
    tags         text[]      not null,
    shared       boolean     not null,
    published_at timestamptz not null,
    primary key (post_id, tag)
);
create index feed_post_tag_public on feed_post_tag (tag, published_at desc, post_id desc) where shared;
create index feed_post_tag_of_community on feed_post_tag (tag, community_id, published_at desc, post_id desc);
create index feed_post_tag_by_time on feed_post_tag (tag, published_at);

create function list_in_feeds(listed uuid) returns void language plpgsql as $$
declare
    changed integer;
begin
    delete from feed_post where post_id = listed
        and not exists (select from post where id = listed and published_revision is not null);
    insert into feed_post as f
    select p.id, p.community_id, p.author_id, r.type,
        array(select distinct lower(btrim(regexp_replace(tag, '\s+', ' ', 'g'))) from unnest(r.tags) tag order by 1),
        p.shared, p.published_at, greatest(p.published_at, r.submitted_at), get_byte(uuid_send(p.id), 15)
    from post p join post_revision r on r.post_id = p.id and r.number = p.published_revision
    where p.id = listed
    on conflict (post_id) do update
    set community_id = excluded.community_id, author_id = excluded.author_id, type = excluded.type, tags = excluded.tags,
        shared = excluded.shared, published_at = excluded.published_at, updated_at = excluded.updated_at
    where (f.community_id, f.author_id, f.type, f.tags, f.shared, f.published_at, f.updated_at) is distinct from
        (excluded.community_id, excluded.author_id, excluded.type, excluded.tags, excluded.shared, excluded.published_at,
            excluded.updated_at);
    get diagnostics changed = row_count;
    if changed > 0 then
        delete from feed_post_tag where post_id = listed;
        insert into feed_post_tag (post_id, tag, community_id, author_id, type, tags, shared, published_at)
        select post_id, unnest(tags), community_id, author_id, type, tags, shared, published_at
        from feed_post where post_id = listed;
    end if;
end $$;

create function post_changed() returns trigger language plpgsql as $$
begin
    perform list_in_feeds(new.id);
    return null;
end $$;

create constraint trigger post_begun after insert on post deferrable initially deferred
    for each row when (new.published_revision is not null) execute function post_changed();
create constraint trigger post_changed after update on post deferrable initially deferred
    for each row when (old.* is distinct from new.*) execute function post_changed();

do $$ begin perform list_in_feeds(id) from post where published_revision is not null; end $$;

-- Nothing but the feeds used it.
drop index post_feed;

-- What community-service calls its communities, for who reads them elsewhere.
create table community_profile (
    community_id uuid primary key,
    revision     bigint not null,
    name         text   not null,
    description  text   not null,
    language     text   not null
);
