-- Counts only what changes the comments that others see: a reaction or a read must not make a page's comments look late.
alter table post_counters add column comments_revision bigint not null default 0;
