-- Rules that people write, beside the list that is shipped.
create table moderation_rule (
    id           uuid primary key,
    revision     bigint      not null,
    name         text        not null,
    tag          text        not null,
    label        text        not null,
    effect       text        not null,
    community_id uuid, -- null: everywhere
    state        text        not null,
    definition   text        not null, -- JSON: kind, terms, channels
    created_by   uuid        not null,
    created_at   timestamptz not null
);
create index moderation_rule_newest on moderation_rule (created_at desc, id desc);
create index moderation_rule_applied on moderation_rule (state) where state in ('SHADOW', 'LIVE');
create index moderation_rule_of_member on moderation_rule (created_by);

-- Who brought a rule into which state, and which version of the rule set began with it.
create table moderation_rule_change (
    rule_id    uuid        not null,
    revision   bigint      not null,
    state      text        not null,
    changed_by uuid        not null,
    changed_at timestamptz not null,
    rule_set   bigint      not null,
    primary key (rule_id, revision)
);
create index moderation_rule_change_of_member on moderation_rule_change (changed_by);

-- Counts the changes of what applies; instances look here whether theirs is the latest.
create table moderation_rule_set (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);
insert into moderation_rule_set (version) values (0);

-- Once for each rule and judged revision.
create table moderation_rule_hit (
    rule_id          uuid        not null,
    subject_id       uuid        not null,
    subject_revision bigint      not null,
    live             boolean     not null,
    found_at         timestamptz not null,
    primary key (rule_id, subject_id, subject_revision)
);
create index moderation_rule_hit_oldest on moderation_rule_hit (found_at);
