-- Scope: a community, or the id of zeros for the whole platform. Without a limit of its own a scope has the default.
create table budget_limit (
    scope        uuid primary key,
    micros_a_day bigint      not null check (micros_a_day >= 0),
    changed_by   uuid        not null,
    changed_at   timestamptz not null
);
create index budget_limit_of_member on budget_limit (changed_by);

-- What a call may cost at most is added before it, what it did not cost is taken off after it.
create table budget_day (
    scope  uuid   not null,
    day    date   not null,
    spent  bigint not null default 0,
    calls  bigint not null default 0,
    primary key (scope, day)
);
create index budget_day_oldest on budget_day (day);

-- What left the process, noted before it does. Never a text, nor any value that was removed from one.
create table egress (
    id               uuid primary key,
    sent_at          timestamptz not null,
    subject_id       uuid, -- null for a text that was only tried
    subject_revision bigint,
    community_id     uuid,
    author_id        uuid, -- null once the author is erased
    host             text        not null,
    model            text        not null,
    prompt           text        not null,
    characters       int         not null,
    removed          text        not null, -- JSON: kind of personal data, how many
    outcome          text, -- null while it lasts, and where the process ended meanwhile
    cost_micros      bigint,
    millis           bigint
);
create index egress_newest on egress (sent_at desc, id desc);
create index egress_of_author on egress (author_id);
create index egress_of_subject on egress (subject_id, subject_revision);
