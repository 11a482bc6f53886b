-- Something personal.
create table diary (
    member_id uuid not null,
    entry     text not null
);
