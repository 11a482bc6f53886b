-- A report is about the text that others see, and an edit makes that another one. Null where they see none, and of older
-- reports, of which it was not kept: their reporters may report once more.
alter table report add column shown_revision bigint;
alter table report drop constraint report_reporter_id_subject_kind_subject_id_key;
alter table report add constraint report_of_shown unique nulls not distinct
    (reporter_id, subject_kind, subject_id, shown_revision);
