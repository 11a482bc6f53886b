alter table post_revision
    add column summary    text,
    add column cover_url  text,
    add column source_url text,
    add column source_key text; -- equal for every address of the same piece of news

-- Which post holds a piece of news in its community: by its latest text unless that is refused, and by the one shown.
create table news_source (
    community_id uuid not null references community,
    source_key   text not null,
    post_id      uuid not null references post on delete cascade,
    primary key (community_id, source_key)
);
create index news_source_of_post on news_source (post_id);

-- The body rendered and sanitised, once, when it is written: crafted Markdown must not cost at every reading.
alter table post_revision add column html text not null default '';
