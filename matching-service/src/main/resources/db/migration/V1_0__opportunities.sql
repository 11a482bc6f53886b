create table opportunity (
    id           uuid primary key,
    revision     bigint      not null,
    member_id    uuid        not null,
    kind         text        not null,
    category     text        not null,
    title        text        not null,
    text         text        not null,
    language     text        not null,
    published_at timestamptz not null,
    closed_at    timestamptz -- null while it is open
);
create index opportunity_latest on opportunity (published_at desc, id desc) where closed_at is null;
create index opportunity_latest_of_sort on opportunity (kind, category, published_at desc, id desc)
    where closed_at is null;
create index opportunity_latest_of_category on opportunity (category, published_at desc, id desc)
    where closed_at is null;
create index opportunity_of_member on opportunity (member_id, published_at desc, id desc);
