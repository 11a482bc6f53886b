-- The refusal that answers a report about which nobody was asked, as others saw nothing of the text by then.
alter table report add column decision_id uuid;
drop index report_of_subject;
create index report_of_subject on report (subject_id) where case_id is null and decision_id is null;
create index report_of_decision on report (decision_id) where decision_id is not null;

-- Appeals move with what they are about.
create index appeal_of_subject on appeal (subject_id);
