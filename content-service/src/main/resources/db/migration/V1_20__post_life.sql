alter table post add column pinned_at timestamptz; -- null while it stands among the others
create index post_pinned on post (community_id, pinned_at desc, id desc) where pinned_at is not null;

-- Ids of members, who may be former ones. What was removed before this is gone for good.
alter table post add column closed_by uuid;
alter table post add column removed_at timestamptz;
alter table post add column removed_by uuid;
