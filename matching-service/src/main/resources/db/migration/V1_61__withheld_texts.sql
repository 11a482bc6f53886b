-- The texts that a refusal took from view; they come back if that is taken back before others see anything else.
alter table opportunity
    add withheld_revision    bigint,
    add withheld_title       text,
    add withheld_text        text,
    add withheld_language    text,
    add withheld_decision_id uuid,
    add withheld_ruling      bigint;
