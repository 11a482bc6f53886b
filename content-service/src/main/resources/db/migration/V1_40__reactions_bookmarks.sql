create table reaction (
    post_id    uuid        not null references post on delete cascade,
    member_id  uuid        not null,
    kind       text        not null,
    reacted_at timestamptz not null,
    primary key (post_id, member_id, kind)
);
create index reaction_of_member on reaction (member_id, post_id);

create table bookmark_folder (
    id         uuid primary key,
    member_id  uuid        not null,
    name       text        not null,
    created_at timestamptz not null,
    unique (member_id, name)
);
create index bookmark_folder_of_member on bookmark_folder (member_id, created_at, id);

create table bookmark (
    member_id     uuid        not null,
    post_id       uuid        not null references post on delete cascade,
    folder_id     uuid        references bookmark_folder on delete set null,
    bookmarked_at timestamptz not null,
    primary key (member_id, post_id)
);
create index bookmark_of_member on bookmark (member_id, bookmarked_at desc, post_id desc);
create index bookmark_in_folder on bookmark (folder_id, bookmarked_at desc, post_id desc);
create index bookmark_of_post on bookmark (post_id);
