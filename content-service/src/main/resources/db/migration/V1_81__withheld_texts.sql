-- Which text a refusal took from view; it comes back if that is taken back before others see anything else.
alter table post add column withheld_revision bigint;
alter table comment add column withheld_number bigint;
