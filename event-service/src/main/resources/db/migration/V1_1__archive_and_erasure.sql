alter table community add column archived boolean not null default false;

create index membership_by_member on membership (member_id);
create index meetup_by_organiser on meetup (organiser_id, id);
create index registration_by_member on registration (member_id, meetup_id);
