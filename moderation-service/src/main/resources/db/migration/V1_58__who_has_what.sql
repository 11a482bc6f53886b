-- Whoever reported a text does not judge it.
create index report_on_subject on report (subject_id, reporter_id);

-- When whoever has a case, or had it last, took it: what was taken is read, whether it was answered or not.
alter table moderation_case add column claimed_at timestamptz;
update moderation_case set claimed_at = least(now(), claimed_until - interval '15 minutes') where claimed_until is not null;
drop index moderation_case_claims;
create index moderation_case_claims on moderation_case (claimed_by, claimed_at desc) where claimed_by is not null;
