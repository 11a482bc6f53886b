-- The own words that a refusal took from view; they come back if that is taken back before others see anything else.
alter table member
    add withheld_revision    bigint,
    add withheld_name        text,
    add withheld_headline    text,
    add withheld_about       text,
    add withheld_links       text[],
    add withheld_decision_id uuid,
    add withheld_ruling      bigint;
