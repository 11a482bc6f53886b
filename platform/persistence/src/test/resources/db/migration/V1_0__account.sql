-- Something for events to be about.
create table account (
    id      uuid primary key,
    balance bigint not null
);
