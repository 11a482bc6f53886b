alter table community add column archived boolean not null default false;

-- When it was granted or revoked, so that a member who came back after an erasure keeps the new ones; null before this.
alter table membership add column changed_at timestamptz;
create index membership_by_member on membership (member_id);
create index meetup_by_organiser on meetup (organiser_id, id);
create index registration_by_member on registration (member_id, meetup_id);
