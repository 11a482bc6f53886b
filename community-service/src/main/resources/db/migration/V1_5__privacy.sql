-- Every answer to what a member consents to; never changed, the highest revision counts.
create table consent_answer (
    id                  uuid primary key,
    member_id           uuid        not null,
    revision            bigint      not null,
    recommendation      boolean     not null,
    external_processing boolean     not null,
    analytics           boolean     not null,
    policy_version      text        not null,
    answered_at         timestamptz not null,
    unique (member_id, revision)
);
create index consent_answer_history on consent_answer (member_id, answered_at desc, id desc);

create table export (
    id           uuid primary key,
    member_id    uuid        not null,
    state        text        not null,
    requested_at timestamptz not null,
    expires_at   timestamptz
);
create index export_of_member on export (member_id, requested_at desc);
create index export_gathering on export (requested_at) where state = 'GATHERING';
create index export_expiring on export (expires_at);

create table export_share (
    export_id uuid not null references export on delete cascade,
    service   text not null,
    expected  int,                     -- null until the first piece says it
    received  int  not null,
    primary key (export_id, service)
);

create table export_piece (
    export_id uuid not null references export on delete cascade,
    service   text not null,
    number    int  not null,
    name      text not null,
    items     text not null,
    primary key (export_id, service, number)
);

-- The ledger: outlives what was erased, and so holds ids and times alone.
create table erasure (
    id              uuid primary key,
    member_id       uuid        not null,
    member_revision bigint      not null,
    public_content  text        not null,
    requested_at    timestamptz not null,
    asked_at        timestamptz not null,
    completed_at    timestamptz
);
create index erasure_of_member on erasure (member_id, requested_at desc);
create index erasure_latest on erasure (requested_at desc, id desc);
create index erasure_erasing on erasure (requested_at desc, id desc) where completed_at is null;
create index erasure_completed on erasure (requested_at desc, id desc) where completed_at is not null;

-- No reference: a ledger that is rebuilt from the topic may hear of an acknowledgement before the request.
create table erasure_acknowledgement (
    erasure_id      uuid not null,
    service         text not null,
    acknowledged_at timestamptz,       -- null while it is awaited
    primary key (erasure_id, service)
);
