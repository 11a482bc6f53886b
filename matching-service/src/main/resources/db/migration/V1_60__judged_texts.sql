-- How the texts of a need or an offer stand that were written last, and the ones that others see.
alter table opportunity
    add created_at        timestamptz,
    add told              bigint not null default 0,  -- revision of the last event
    add submission_id     uuid,
    add text_revision     bigint,
    add text_state        text,
    add submitted_at      timestamptz,
    add decision_id       uuid,
    add ruling            bigint,
    add label             text,
    add action            text,
    add rung              text,
    add reasons           text,
    add decided_at        timestamptz,
    add shown_revision    bigint,                     -- null, as those that follow, while others see nothing
    add shown_title       text,
    add shown_text        text,
    add shown_language    text,
    add shown_decision_id uuid,
    add shown_ruling      bigint,
    alter column published_at drop not null;          -- until others see it

-- What was published before there was judgement stays so.
update opportunity set created_at = published_at, told = revision, text_revision = revision, text_state = 'PUBLISHED',
    shown_revision = revision, shown_title = title, shown_text = text, shown_language = language;
alter table opportunity alter column created_at set not null;

drop index opportunity_latest;
drop index opportunity_latest_of_sort;
drop index opportunity_latest_of_category;
drop index opportunity_of_member;
create index opportunity_latest on opportunity (created_at desc, id desc) where closed_at is null;
create index opportunity_latest_of_sort on opportunity (kind, category, created_at desc, id desc)
    where closed_at is null;
create index opportunity_latest_of_category on opportunity (category, created_at desc, id desc)
    where closed_at is null;
create index opportunity_of_member on opportunity (member_id, created_at desc, id desc);
