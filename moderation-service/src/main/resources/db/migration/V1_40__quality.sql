-- What people were asked about, so that it is known how good the cascade is: all that it held, and what was drawn from
-- the rest. Never a text. Kept as long as the window of the figures.
create table quality_observation (
    decision_id  uuid primary key references decision (id),
    community_id uuid             not null,
    author_id    uuid,            -- null once the author was erased
    language     text             not null, -- zh, en, other
    action       text             not null, -- the cascade's, as are label and confidence
    label        text             not null,
    confidence   double precision not null, -- probability of the label, 0 to 1
    inclusion    double precision not null check (inclusion > 0 and inclusion <= 1), -- the chance to be asked about
    truth        text,            -- the label of the latest person who ruled; null until somebody did
    written_at   timestamptz      not null,
    made_at      timestamptz      not null
);
create index quality_observation_lately on quality_observation (made_at);
create index quality_observation_drawn on quality_observation (community_id, made_at) where action <> 'HOLD';
create index quality_observation_of_author on quality_observation (author_id) where author_id is not null;

-- Of whom fairness is measured: nothing finer than a day and a continent.
create table member_origin (
    member_id     uuid primary key,
    revision      bigint      not null,
    registered_on date,       -- null where that was not heard of
    known_since   date        not null,
    continent     text,       -- null where the member does not tell
    changed_at    timestamptz not null
);

-- How much is judged in a day: the chance to be drawn depends on it.
create index decision_of_language_lately on decision (split_part(lower(language), '-', 1), decided_at);
create index decision_of_community_lately on decision (community_id, decided_at);
