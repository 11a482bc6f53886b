-- Until then what a public community offers to everybody is not for this member; 'infinity' is for ever.
alter table membership add column banned_until timestamptz;
