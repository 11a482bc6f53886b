alter table community add column archived boolean not null default false;

-- Null for a former member. The row stays, so that no older copy brings the name back.
alter table member alter column display_name drop not null;

-- When it was granted or revoked, so that a member who came back after an erasure keeps the new ones; null before this.
alter table membership add column changed_at timestamptz;
create index membership_by_member on membership (member_id);
create index post_by_author on post (author_id, id);
