-- Versions of the local model. The shipped one is a version like the others; its weights are in the build.
create table model_version (
    id           uuid primary key,
    version      text        not null unique, -- names it in decisions
    revision     bigint      not null,
    state        text        not null,
    parent       text,                        -- what it went on learning from
    made_with    text,                        -- of which build: another may read weights in another way
    replaced     text,                        -- what was live before it
    card         text,                        -- JSON; null until it is trained
    report       text,                        -- JSON: what it learnt, and what it changes; ids, never texts
    weights_hash text,
    created_by   uuid,
    created_at   timestamptz not null,
    held_by      uuid,                        -- the process that trains it
    leased_until timestamptz
);
create index model_version_newest on model_version (created_at desc, id desc);
create index model_version_of_member on model_version (created_by);
-- One at a time each, whatever happens at once.
create unique index model_version_only on model_version (state) where state in ('TRAINING', 'SHADOW', 'LIVE');
insert into model_version (id, version, revision, state, created_at)
values ('00000000-0000-7000-8000-000000000000', 'shipped', 1, 'LIVE', now());

-- Of those that may go on.
create table model_weights (
    version text primary key references model_version (version),
    weights bytea not null
);

create sequence model_number;

-- Who brought a version into which state; null for whatever no person did.
create table model_change (
    version    text        not null references model_version (version),
    revision   bigint      not null,
    state      text        not null,
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (version, revision)
);
create index model_change_of_member on model_change (changed_by);

-- Counts the changes of what judges and what watches; instances look here whether theirs is the latest.
create table model_set (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);
insert into model_set (version) values (0);

-- What a version would have done beside the live one, since the revision with which it came into shadow.
create table model_shadow (
    version     text   not null references model_version (version),
    revision    bigint not null,
    day         date   not null,
    live        text   not null,
    live_action text   not null,
    live_label  text   not null,
    action      text   not null,
    label       text   not null,
    texts       bigint not null,
    primary key (version, revision, day, live, live_action, live_label, action, label)
);

-- What came in and what the live model thought of it, as counts. A day is the sum of its hours.
create table model_drift (
    hour    timestamptz not null,
    model   text        not null,
    feature text        not null,
    bin     text        not null,
    texts   bigint      not null,
    primary key (hour, model, feature, bin)
);

-- What people ruled on and has a text still; by the decision's id, so that pages are ranges.
create index decision_ruled on decision (id) where rung = 'HUMAN' and text is not null;
