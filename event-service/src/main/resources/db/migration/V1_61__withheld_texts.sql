-- The texts that a refusal took from view; they come back if that is taken back before others see anything else.
alter table meetup
    add withheld_revision    bigint,
    add withheld_title       text,
    add withheld_description text,
    add withheld_decision_id uuid,
    add withheld_ruling      bigint;
