-- How the texts of a meetup stand that were written last, and the ones that others see.
alter table meetup
    add told              bigint not null default 0,  -- revision of the last event
    add submission_id     uuid,                       -- null for a draft
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
    add shown_description text,
    add shown_decision_id uuid,
    add shown_ruling      bigint;

update meetup set told = revision;
-- What was published before there was judgement stays so.
update meetup set text_revision = revision, text_state = 'PUBLISHED', shown_revision = revision, shown_title = title,
    shown_description = description
where published_at is not null;
