-- Somebody banned who never belonged has a place without a role, under whose key the other services hear of the ban.
alter table membership alter column role drop not null;
alter table membership add constraint members_have_a_role check (role is not null or not active);
