-- What members say of themselves in own words is judged. The columns from before hold what others see.
alter table member
    add told              bigint not null default 0,  -- revision of the last event
    add given_name        text   not null default '', -- the name that came with the first token; shown where nothing else may be
    add written_name      text,                       -- null, as those that follow, while others see what was written last
    add written_headline  text,
    add written_about     text,
    add written_links     text[],
    add submission_id     uuid,
    add words_revision    bigint,
    add words_state       text,
    add submitted_at      timestamptz,
    add decision_id       uuid,
    add ruling            bigint,
    add label             text,
    add action            text,
    add rung              text,
    add reasons           text,
    add decided_at        timestamptz,
    add shown_revision    bigint,                     -- null, as those that follow, while nothing that others see was judged
    add shown_decision_id uuid,
    add shown_ruling      bigint;

-- What was shown before there was judgement stays so.
update member set told = revision, given_name = display_name;
