package io.cofound.moderation.big;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * Fills the service's own database with what moderation leaves behind in 400 days, the same each time, by statements of
 * PostgreSQL alone. Number 0 is the newest.
 */
final class ModerationGenerator {

    static final int COMMUNITIES = 200;
    private static final int MODERATORS = 10;

    /** Ids of what the service makes itself begin with the time, as those that it makes. */
    private static final String FUNCTIONS = """
            create or replace function big_id(kind text, n bigint) returns uuid immutable language sql as
            $$ select md5('big ' || kind || n::text)::uuid $$;
            create or replace function big_at(n bigint) returns timestamptz immutable language sql as
            $$ select to_timestamp((%4$d - n * 34560000000 / %1$d) / 1000.0) $$;
            create or replace function big_timed_id(kind text, n bigint) returns uuid immutable language sql as
            $$ select (lpad(to_hex(%4$d - n * 34560000000 / %1$d), 12, '0')
                || substr(md5('big ' || kind || n::text), 13))::uuid $$""";

    /** What others wrote goes with it; nobody needs it any more. */
    private static final String NOTHING = """
            truncate decision, removed_subject, quality_observation, member_origin, moderation_rule_hit,
                text_print, newcomer, budget_day, egress cascade;
            delete from membership where community_id in (
                select big_id('community', n) from generate_series(0, %2$d - 1) n);
            delete from moderation_rule where tag = 'big'""";

    /** People have ruled on every 25th, and rejected half of those. */
    private static final String DECISIONS = """
            insert into decision (id, subject_kind, subject_id, subject_revision, community_id, author_id, label, action,
                rung, classification, decided_at, ruling, language, text, duration_millis, cost_micros, submitted_at)
            select big_timed_id('decision', n), 'POST', big_id('subject', n), 1, big_id('community', n %% %2$d),
                big_id('author', n %% (%1$d / 20)), case when n %% 50 = 0 or n %% 10 = 2 then 'SPAM' else 'OK' end,
                action,
                case when n %% 25 = 0 then 'HUMAN' when n %% 10 = 2 then 'RULES' else 'MODEL' end,
                '{"label": "OK", "scores": {"OK": 0.9, "SPAM": 0.05, "ABUSE": 0.03, "SCAM": 0.02}, "action": "' || action
                    || '", "rung": "MODEL", "reasons": [{"clause": "c", "evidence": "e"}], "model": "local-m+rules-1"}',
                big_at(n), case when n %% 25 = 0 then 2 else 1 end, (array['en', 'zh-CN', 'zh', 'de'])[1 + n / 3 %% 4],
                repeat('What we learned about 出海 and pricing. ', 4) || n, 12, 0, big_at(n) - interval '3 seconds'
            from (select n, case when n %% 50 = 0 or n %% 10 = 2 then 'REJECT' when n %% 10 = 1 then 'HOLD'
                    else 'PUBLISH' end as action
                from generate_series(0, %1$d - 1) n) as numbered;
            insert into ruling (id, decision_id, number, occasion, label, action, rung, classification, made_by, made_at)
            select big_timed_id('ruling' || number, n), big_timed_id('decision', n), number,
                case number when 1 then 'CASCADE' else 'REVIEW' end, 'SPAM',
                case when number = 1 then 'HOLD' when n %% 50 = 0 then 'REJECT' else 'PUBLISH' end,
                case number when 1 then 'MODEL' else 'HUMAN' end,
                '{"label": "SPAM", "scores": {"OK": 0.1, "SPAM": 0.85, "ABUSE": 0.03, "SCAM": 0.02}, "action": "HOLD",
                  "rung": "MODEL", "reasons": [{"clause": "c", "evidence": "e"}], "model": "local-m+rules-1"}',
                case number when 2 then big_id('moderator', n %% %3$d) end, big_at(n)
            from generate_series(0, %1$d - 1) n, generate_series(1, 2) number where number = 1 or n %% 25 = 0;
            insert into removed_subject (subject_id, revision)
            select big_id('removed', n), 1 from generate_series(1, %1$d / 10) n""";

    /** About every fifth decision; of the cases, the newest twentieth is open, and of these ten are somebody's. */
    private static final String CASES = """
            insert into moderation_case (id, revision, decision_id, ruling, kind, stage, subject_kind, subject_id,
                subject_revision, community_id, author_id, submitted_at, label, risk, severe, harm, reach, uncertainty,
                priority, reports, language, text, fresh_eyes, platform_only, claimed_by, claimed_until, resolved_by,
                resolved_label, resolved_action, opened_at, closed_at)
            select big_timed_id('case', n), 1, decision.id, 1,
                (array['REVIEW', 'SAMPLE', 'REPORT', 'REVIEW', 'APPEAL'])[1 + i %% 5], stage, 'POST', subject_id, 1,
                community_id, author_id, submitted_at, 'SPAM', 0.5, i %% 100 = 10, 0.5, 0.5, 0.5,
                (n * 7919::bigint %% 100003) / 100003.0, case i %% 5 when 2 then 3 else 0 end, language, text, i %% 5 = 4,
                false, case when claimed then big_id('moderator', 9) end,
                case when claimed then now() + interval '1 day' end,
                case stage when 'RESOLVED' then big_id('moderator', i / 7 %% %3$d) end,
                case stage when 'RESOLVED' then 'SPAM' end, case stage when 'RESOLVED' then 'REJECT' end, decided_at,
                case when stage <> 'OPEN' then decided_at + interval '1 hour' end
            from (select i, 5 * i as n, i <= %1$d / 100 and i %% (%1$d / 1000) = 7 as claimed,
                    case when i <= %1$d / 100 then 'OPEN' when i %% 20 = 3 then 'WITHDRAWN' else 'RESOLVED' end as stage
                from generate_series(0, %1$d / 5 - 1) i) as numbered
                join decision on decision.id = big_timed_id('decision', n);
            analyze moderation_case;
            insert into moderation_case (id, revision, decision_id, ruling, kind, stage, subject_kind, subject_id,
                subject_revision, community_id, author_id, submitted_at, label, risk, severe, harm, reach, uncertainty,
                priority, reports, language, text, fresh_eyes, platform_only, first_case_id, resolved_by, resolved_label,
                resolved_action, opened_at, closed_at)
            select gen_random_uuid(), 1, decision_id, ruling, 'SECOND', stage, subject_kind, subject_id,
                subject_revision, community_id, author_id, submitted_at, label, risk, severe, harm, reach, uncertainty,
                priority, 0, language, text, true, false, id, big_id('moderator', 8), 'SPAM', 'REJECT', opened_at,
                closed_at + interval '1 hour'
            from moderation_case where kind = 'REVIEW' and stage = 'RESOLVED' and reports = 0
                and mod(hashtext(id::text), 20) = 0 and resolved_by <> big_id('moderator', 8);
            insert into report (id, subject_kind, subject_id, community_id, reporter_id, author_id, cause, reported_at,
                case_id)
            select gen_random_uuid(), subject_kind, subject_id, community_id, gen_random_uuid(), author_id, 'SPAM',
                opened_at, moderation_case.id
            from moderation_case, generate_series(1, 3) where kind = 'REPORT';
            insert into case_note (id, case_id, writer_id, text, written_at)
            select gen_random_uuid(), id, resolved_by, 'Looked at it.', closed_at
            from moderation_case where stage = 'RESOLVED';
            insert into appeal (id, decision_id, ruling, case_id, subject_kind, subject_id, community_id, author_id, text,
                state, filed_at)
            select id, decision_id, ruling, id, subject_kind, subject_id, community_id, author_id, 'It was a joke.',
                case stage when 'OPEN' then 'OPEN' else 'REJECTED' end, opened_at
            from moderation_case where kind = 'APPEAL'""";

    /** Of every fourth decision somebody was asked, also before the window of the figures, as if nothing was forgotten. */
    private static final String OBSERVATIONS = """
            insert into quality_observation (decision_id, community_id, author_id, language, action, label, confidence,
                inclusion, truth, written_at, made_at)
            select big_timed_id('decision', n), big_id('community', n %% %2$d), big_id('author', n %% (%1$d / 20)),
                (array['en', 'zh', 'other'])[1 + n / 4 %% 3],
                (array['PUBLISH', 'HOLD', 'PUBLISH', 'REJECT'])[1 + n / 12 %% 4], (array['OK', 'SPAM'])[1 + n / 12 %% 2],
                (n %% 100) / 100.0, (1 + n %% 50) / 100.0, case when n %% 3 > 0 then 'OK' end,
                big_at(n) - interval '3 seconds', big_at(n)
            from generate_series(0, %1$d - 1, 4) n;
            insert into member_origin (member_id, revision, registered_on, known_since, continent, changed_at)
            select big_id('author', n), 1, big_at(n)::date, big_at(n)::date,
                (array['Asia', 'Europe', 'Africa', null])[1 + n %% 4], big_at(n)
            from generate_series(0, %1$d - 1) n;
            insert into membership (id, revision, community_id, member_id, role, active, changed_at)
            select big_id('membership', n), 1, big_id('community', n %% %2$d), big_id('author', n), 'MEMBER', true,
                big_at(n)
            from generate_series(0, %1$d - 1) n;
            insert into membership (id, revision, community_id, member_id, role, active, changed_at)
            select big_id('moderation', n), 1, big_id('community', n), big_id('moderator', n %% 2), 'MODERATOR', true,
                now()
            from generate_series(0, 3) n""";

    /** The hour before is a busy one, and every fiftieth text of it is the same short word. */
    private static final String RULES_FLOOD_AND_MONEY = """
            insert into moderation_rule (id, revision, name, tag, label, effect, state, definition, created_by,
                created_at)
            select big_id('rule', n), 1, 'Big rule ' || n, 'big', 'SPAM', 'HOLD', 'SHADOW',
                '{"kind": "WORDS", "terms": ["bigword' || n || '"], "channels": []}', big_id('moderator', 0),
                now() - n * interval '1 day'
            from generate_series(0, 39) n;
            insert into moderation_rule_hit (rule_id, subject_id, subject_revision, live, found_at)
            select big_id('rule', n / 2 %% 40), big_id('subject', n), 1, false, big_at(n)
            from generate_series(0, %1$d - 1, 2) n;
            insert into text_print (subject_id, community_id, author_id, bands, written_at)
            select big_id('subject', n), big_id('community', n %% %2$d), big_id('author', n %% (%1$d / 20)),
                case when n %% 50 = 0 then array[42] else
                    (select array_agg(hashint8extended(n * 16::bigint + band, 0)) from generate_series(0, 15) band) end,
                to_timestamp(%4$d / 1000.0) - n * interval '3600 seconds' / (%1$d / 5)
            from generate_series(0, %1$d / 5 - 1) n;
            insert into newcomer (community_id, member_id, joined_at)
            select big_id('community', n %% %2$d), big_id('author', n),
                to_timestamp(%4$d / 1000.0) - n * interval '80000 seconds' / (%1$d / 5)
            from generate_series(0, %1$d / 5 - 1) n;
            insert into budget_day (scope, day, spent, calls)
            select case n when 0 then '00000000-0000-0000-0000-000000000000' else big_id('community', n) end,
                current_date - day, 100, 10
            from generate_series(0, %2$d - 1) n, generate_series(0, greatest(399, %1$d / %2$d - 1)) day;
            insert into egress (id, sent_at, subject_id, subject_revision, community_id, author_id, host, model, prompt,
                characters, removed, outcome, cost_micros, millis)
            select big_timed_id('egress', n), big_at(n), big_id('subject', n), 1, big_id('community', n %% %2$d),
                big_id('author', n %% (%1$d / 20)), 'model.example', 'm', 'p', 200, '{}', 'ANSWERED', 40, 700
            from generate_series(0, %1$d - 1, 2) n""";

    /** Only for whoever looks at them in a transaction that never commits: the service would begin to work. */
    private static final String WAITING = """
            insert into pending_review (id, subject_kind, subject_id, subject_revision, community_id, author_id, text,
                classification, attempts, leased_until, submitted_at)
            select big_id('waiting', n), 'POST', big_id('waiting', n), 1, big_id('community', n %% %2$d),
                big_id('author', n), 'text', '{}', 0, big_at(n), big_at(n)
            from generate_series(0, %1$d / 10 - 1) n;
            analyze pending_review""";

    private final DataSource database;
    private final int decisions;

    ModerationGenerator(DataSource database, int decisions) {
        this.database = database;
        this.decisions = decisions;
    }

    void fill() throws SQLException {
        Instant now = Instant.now();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String piece : List.of(FUNCTIONS, NOTHING, DECISIONS, CASES, OBSERVATIONS, RULES_FLOOD_AND_MONEY)) {
                statement.execute(sql(piece, now));
            }
            statement.execute("vacuum analyze");
        }
    }

    /** Of the how-manieth print, between commas. */
    String bands(int number) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select array_to_string(bands, ',') from text_print where subject_id = big_id('subject', %d)"
                                .formatted(number))) {
            found.next();
            return found.getString(1);
        }
    }

    String waiting() {
        return sql(WAITING, Instant.now());
    }

    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql(NOTHING, Instant.now()));
            statement.execute("drop function big_timed_id, big_at, big_id");
            statement.execute("vacuum analyze");
        }
    }

    private String sql(String piece, Instant now) {
        return piece.formatted(decisions, COMMUNITIES, MODERATORS, now.toEpochMilli());
    }
}
