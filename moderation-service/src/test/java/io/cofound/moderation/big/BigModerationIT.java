package io.cofound.moderation.big;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.moderation.Scene;
import io.cofound.moderation.quality.Sums;
import io.cofound.platform.privacy.PersonalData;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.SentStatements;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** More is read with {@code -Dmoderation.decisions=1000000}; what may be read of it stays the same. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BigModerationIT {

    private static final int DECISIONS = Integer.getInteger("moderation.decisions", 100_000);
    private static final int A_DAY = DECISIONS / 400;
    private static final int RULED = DECISIONS / 25;
    private static final int COPYABLE = DECISIONS / 5 / 6;
    private static final int ALIKE = 20;
    /** What the service goes on with from other tests, and does in this one. */
    private static final int BESIDE = 500;

    private static final String TABLES = "(decision|ruling|moderation_case|case_note|report|appeal|quality_observation"
            + "|member_origin|membership|moderation_rule_hit|text_print|newcomer|budget_day|egress|removed_subject)";
    private static final Pattern WALK = Pattern.compile("Seq Scan on " + TABLES + "\\b");
    private static final Pattern ASKED =
            Pattern.compile("(?is)^\\s*(select|with|update|delete)\\b.*\\b" + TABLES + "\\b.*");
    /** Of times, of which a plan for whatever parameters cannot know that they are lately; what they read is counted. */
    private static final Pattern FIGURES = Pattern.compile("(?is).*(group by|count\\(\\*\\) filter).*");

    private static final String ME = "big_id('moderator', 1)";
    private static final String SOMEBODY = "big_id('nobody', 1)";

    @Inject
    DataSource database;

    @Inject
    @All
    List<PersonalData> personalData;

    private ModerationGenerator generator;
    private Scene scene;
    private List<String> sent;

    @BeforeAll
    void fill() throws SQLException {
        generator = new ModerationGenerator(database, DECISIONS);
        generator.fill();
        scene = new Scene(database);
    }

    @AfterAll
    void empty() throws SQLException {
        scene.close();
        generator.empty();
    }

    @Test
    void what_is_asked_often_walks_through_no_table() throws SQLException {
        List<String> statements = sent().stream()
                .filter(statement -> !FIGURES.matcher(statement).matches())
                .toList();

        assertThat(statements).hasSizeGreaterThan(40);
        assertThat(SentStatements.plan("select * from decision where subject_revision = $1"))
                .as("a walk is seen as one")
                .containsPattern(WALK);
        SoftAssertions plans = new SoftAssertions();
        for (String statement : statements) {
            String page = statement.replaceAll("limit \\$\\d+", "limit 21");
            plans.assertThat(SentStatements.plan(page)).as(statement).doesNotContainPattern(WALK);
        }
        plans.assertAll();
    }

    @Test
    void a_page_or_a_look_up_reads_about_what_it_answers() throws SQLException {
        Readings readings = new Readings(database);
        String someOf = "from moderation_case \\w+ where (?!.*\\.(kind|community_id)\\b)";
        String deep = "0.3, " + SOMEBODY;
        readings.add("queue, far page", found(someOf + ".*claimed_until is null.*\\.id\\)<"), 150, ME, "now()", deep);
        readings.add("claimed cases", found(someOf + ".*claimed_until>"), 150, ME, "now()");
        readings.add(
                "open cases of a subject",
                found("from moderation_case .*subject_id=.*subject_revision<="),
                5,
                "big_id('subject', 5)",
                "1");
        readings.add("latest resolutions", found("select \\w+\\.closed_at from moderation_case .*fetch"), 60, ME);
        readings.add("author's decisions", found("from decision .*author_id=.*order by"), 25, "big_id('author', 7)");
        readings.add(
                "ruling of a statement",
                found("from ruling .*decision_id=\\$1 and .*number=\\$2"),
                2,
                "big_timed_id('decision', 50)",
                "2");
        readings.add(
                "appeal against a ruling",
                found("from appeal .*decision_id=\\$1 and .*ruling=\\$2"),
                2,
                "big_timed_id('decision', 20)",
                "1");
        readings.add(
                "egress, far page",
                found("from egress .*\\(\\w+\\.sent_at,"),
                25,
                "now() - interval '300 days'",
                SOMEBODY);
        readings.addWith(
                generator.waiting(),
                "text for the language model",
                found("from pending_review where leased_until"),
                2,
                "now()");
        readings.add(
                "budget of the day",
                found("from budget_day where scope"),
                4,
                SOMEBODY,
                "1",
                SOMEBODY,
                "current_date",
                SOMEBODY,
                "current_date");
        System.out.printf("%,d decisions:%n%s%n", DECISIONS, readings);

        readings.check();
    }

    @Test
    void what_is_asked_of_lately_reads_what_was_written_lately() throws SQLException {
        Readings readings = new Readings(database);
        String bands = "'" + generator.bands(7) + "'";
        String written = "now() - interval '10 minutes', now(), ";
        readings.add(
                "copies of a text",
                found("with alike as"),
                ALIKE,
                bands,
                written + SOMEBODY,
                SOMEBODY,
                SOMEBODY,
                bands,
                "1",
                "200",
                SOMEBODY,
                SOMEBODY,
                SOMEBODY,
                SOMEBODY);
        readings.add(
                "new members who write",
                found("from text_print print"),
                3 * COPYABLE / ModerationGenerator.COMMUNITIES + BESIDE,
                "big_id('community', 4)",
                written + "now() - interval '24 hours'");
        readings.add("rungs, a day", found("select rung, count"), 2 * (A_DAY + BESIDE), "now() - interval '1 day'");
        readings.add(
                "second reviews, 90 days",
                found("group by \\w+\\.resolved_label"),
                DECISIONS / 200 + BESIDE,
                "now() - interval '90 days'");
        readings.add(
                "rules, a page",
                found("from moderation_rule_hit hit")
                        .replaceAll(
                                "hit.rule_id in \\([^)]*\\)", "hit.rule_id in (big_id('rule', 1), big_id('rule', 2))"),
                DECISIONS / 2 / 20 + RULED + BESIDE);
        readings.add(
                "learning again, last page",
                """
                select id, label, language, text from decision where text is not null
                    and id < $1 and submitted_at >= $2 and id >= $3 order by id desc limit 500""",
                A_DAY + BESIDE,
                "big_timed_id('decision', 29 * %1$d)".formatted(A_DAY),
                "big_at(30 * %1$d)".formatted(A_DAY),
                "big_timed_id('decision', 30 * %1$d)".formatted(A_DAY));
        int observed = 28 * A_DAY / 4;
        readings.add("quality, 28 days", Sums.BINS, observed + BESIDE, "now() - interval '28 days'");
        readings.add("fairness, 28 days", Sums.CELLS, 2 * (observed + BESIDE), "now() - interval '28 days'");
        readings.add("quality, 400 days", Sums.BINS, DECISIONS + BESIDE, "now() - interval '401 days'");
        readings.add("fairness, 400 days", Sums.CELLS, 2 * DECISIONS + BESIDE, "now() - interval '401 days'");
        System.out.printf("%,d decisions:%n%s%n", DECISIONS, readings);
        for (String figures : List.of("quality", "fairness")) {
            System.out.printf(
                    "%s, 28 days of 400: %.0f %% of the time%n",
                    figures, 100 * readings.millis(figures + ", 28 days") / readings.millis(figures + ", 400 days"));
        }

        readings.check();
        assertThat(readings.walks("quality, 28 days")).isEmpty();
        assertThat(readings.walks("fairness, 28 days")).isEmpty();
    }

    /** Asked once, when somebody wants to know: only inside a test the service's port is known. */
    private List<String> sent() {
        if (sent == null) {
            sent = SentStatements.during(new OftenAsked(scene, personalData)::ask).stream()
                    .filter(statement -> ASKED.matcher(statement).matches() || statement.contains("pending_review"))
                    .toList();
        }
        return sent;
    }

    private String found(String pattern) {
        Pattern wanted = Pattern.compile("(?is).*(" + pattern + ").*");
        return sent().stream()
                .filter(statement -> wanted.matcher(statement).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError("not asked: " + pattern + " in\n" + String.join("\n\n", sent())));
    }
}
