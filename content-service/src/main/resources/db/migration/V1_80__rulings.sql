-- Which ruling on a text was applied last; an older one that comes late changes nothing.
alter table post_revision add column ruling bigint;
alter table comment_revision add column ruling bigint;
update post_revision set ruling = 1 where decision_id is not null;
update comment_revision set ruling = 1 where decision_id is not null;
