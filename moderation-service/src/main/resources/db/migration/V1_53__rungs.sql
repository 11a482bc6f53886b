-- Which step of the cascade judged it; people's rulings overwrite that of the decision.
alter table quality_observation add column rung text;
update quality_observation observed set rung = first.rung
from ruling first where first.decision_id = observed.decision_id and first.number = 1;

-- What the cascade judged lately, whoever ruled on it since.
create index ruling_of_the_cascade_lately on ruling (made_at) where number = 1;
