-- Debezium's outbox column names, so that its outbox router can take the relay's place without a migration.
create table outbox (
    position            bigint generated always as identity primary key,
    id                  uuid        not null unique,
    aggregatetype       text        not null, -- the topic
    aggregateid         text        not null, -- the key
    type                text        not null,
    payload             text,                 -- null is a tombstone
    occurred_at         timestamptz not null,
    tracingspancontext  text
);

-- Wakes the relay of whichever instance holds the lock, at commit and not before.
create function wake_outbox_relay() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;

create trigger outbox_written after insert on outbox
    for each statement execute function wake_outbox_relay();

create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create table idempotency_key (
    member_id   uuid        not null,
    key         text        not null,
    fingerprint text        not null,
    response    text,
    created_at  timestamptz not null default now(),
    primary key (member_id, key)
);
