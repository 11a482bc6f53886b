-- What was written lately, as hashes that tell near-copies; no word of it can be read from them.
create table text_print (
    subject_id   uuid primary key,
    community_id uuid        not null,
    author_id    uuid        not null,
    bands        bigint[]    not null,
    held         text, -- COPIES, JOIN_WAVE; null where nothing was wrong
    written_at   timestamptz not null
);
create index text_print_alike on text_print using gin (bands);
create index text_print_lately on text_print (written_at);
create index text_print_of_community on text_print (community_id, written_at);
create index text_print_of_author on text_print (author_id);

-- Who joined a community lately.
create table newcomer (
    community_id uuid        not null,
    member_id    uuid        not null,
    joined_at    timestamptz not null,
    primary key (community_id, member_id)
);
create index newcomer_oldest on newcomer (joined_at);
create index newcomer_member on newcomer (member_id);

-- Communities in which what newcomers write waits for people.
create table join_wave (
    community_id uuid primary key,
    opened_at    timestamptz not null,
    open_until   timestamptz not null,
    members      int         not null, -- the most seen at once
    told         boolean     not null -- that it closed
);
create index join_wave_open on join_wave (open_until) where not told;
