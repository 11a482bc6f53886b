package io.cofound.moderation.quality;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.moderation.Scene;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.cofound.testing.Traces;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(EveryTextIsDrawn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class LiveQualityIT {

    @Inject
    DataSource database;

    @Inject
    LiveQuality live;

    @Inject
    QualityRounds rounds;

    private Scene scene;
    private UUID moderator;

    @BeforeEach
    void nothingWasJudgedBefore() {
        scene = new Scene(database);
        scene.execute("delete from quality_observation");
        moderator = scene.moderator();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_people_ruled_and_what_is_counted_apart_from_it_agree() throws Throwable {
        answer(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL), "REJECT", "SPAM");
        answer(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL), "REJECT", "SPAM");
        answer(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL), "PUBLISH", "OK");
        answer(CaseKind.SAMPLE, scene.submitted(Scene.SPAM), "REJECT", "SPAM");
        answer(CaseKind.SAMPLE, scene.submitted(Scene.GOOD), "PUBLISH", "OK");
        answer(CaseKind.SAMPLE, scene.submitted(Scene.GOOD), "REJECT", "ABUSE");
        scene.openCase(CaseKind.SAMPLE, scene.submitted(Scene.GOOD));
        assertThat(scene.count("quality_observation")).isEqualTo(7);
        // Each as often again as it takes to be enough, with chances that differ.
        manyMore(80);

        Quality.OfLanguage all = computed().quality().languages().get(Quality.ALL);

        double flaggedBad = counted("action <> 'PUBLISH' and truth <> 'OK'");
        double flaggedGood = counted("action <> 'PUBLISH' and truth = 'OK'");
        double missed = counted("action = 'PUBLISH' and truth <> 'OK'");
        assertThat(all.precision().value()).isCloseTo(flaggedBad / (flaggedBad + flaggedGood), within(1e-9));
        assertThat(all.recall().value()).isCloseTo(flaggedBad / (flaggedBad + missed), within(1e-9));
        assertThat(all.recall().low()).isLessThan(all.recall().value());
        assertThat(all.recall().high()).isGreaterThan(all.recall().value());
        double calibrationError = Double.parseDouble(scene.value("""
                select sum(off) / (select sum(weight) from (%1$s) w) from (
                    select abs(sum(weight * (confidence - case when truth = label then 1 else 0 end))) as off
                    from (%1$s) w group by least(9, floor(confidence * 10))) as bins""".formatted(WEIGHED)));
        assertThat(all.calibrationError()).isCloseTo(calibrationError, within(1e-9));
        metrics()
                .body("quality.days", equalTo(28))
                .body("quality.languages.all.recall.texts", notNullValue())
                .body("fairness.alarm", equalTo(false));
    }

    @Test
    void with_few_answers_it_says_so_instead_of_a_number() throws Throwable {
        answer(CaseKind.SAMPLE, scene.submitted(Scene.GOOD), "PUBLISH", "OK");

        Estimate recall = computed().quality().languages().get(Quality.ALL).recall();

        assertThat(recall).isEqualTo(Estimate.notEnough(1));
    }

    @Test
    void a_gap_between_new_and_old_members_and_between_regions_is_an_alarm() throws Throwable {
        UUID newcomer = member(Instant.now().minus(2, ChronoUnit.DAYS), "KE");
        UUID old = member(Instant.now().minus(400, ChronoUnit.DAYS), "CN-GD");
        observed(newcomer, "HOLD", "OK", 40);
        observed(newcomer, "PUBLISH", "OK", 160);
        observed(old, "HOLD", "OK", 2);
        observed(old, "PUBLISH", "OK", 198);

        VertxContextSupport.subscribeAndAwait(rounds::lookAfter);

        Fairness fairness = live.latest().fairness();
        Fairness.Grouping ages = fairness.groupings().get(Fairness.ACCOUNT_AGE);
        assertThat(ages.falsePositives().get(Cell.UNDER_7_DAYS).value()).isEqualTo(0.2);
        assertThat(ages.falsePositives().get(Cell.OLDER).value()).isEqualTo(0.01);
        assertThat(ages.alarm()).isTrue();
        assertThat(fairness.groupings().get(Fairness.REGION).gap().highest()).isEqualTo("africa");
        assertThat(fairness.groupings().get(Fairness.REGION).gap().lowest()).isEqualTo("asia");
        RestAssured.get("/q/metrics")
                .then()
                .body(containsString("cofound_moderation_fairness_alarm{by=\"accountAge\"} 1.0"));
    }

    @Test
    void of_a_member_who_was_registered_before_anybody_listened_the_age_is_known_only_when_it_is_certain()
            throws Throwable {
        UUID member = UUID.randomUUID();
        changed(member, 2, "FR", Instant.now().minus(100, ChronoUnit.DAYS));
        UUID later = UUID.randomUUID();
        changed(later, 2, "FR", Instant.now().minus(10, ChronoUnit.DAYS));
        observed(member, "PUBLISH", "OK", 1);
        observed(later, "PUBLISH", "OK", 1);

        var ages = computed().fairness().groupings().get(Fairness.ACCOUNT_AGE).falsePositives();

        assertThat(ages).containsOnlyKeys(Cell.OLDER, Cell.UNKNOWN);
    }

    @Test
    void an_erased_member_belongs_to_no_group_any_more_and_what_was_counted_stays() throws Throwable {
        UUID leaver = member(Instant.now().minus(2, ChronoUnit.DAYS), "KE");
        observed(leaver, "HOLD", "OK", 3);

        UUID erasure = UUID.randomUUID();
        scene.publisher.publish(new ErasureRequested(erasure, leaver, 7, PublicContent.REMOVE, Instant.now()));
        try (var erasures = new TopicReader(Topics.ERASURE)) {
            erasures.await(ErasureAcknowledged.class, done -> done.erasureId().equals(erasure));
        }
        scene.publisher.publish(change(leaver, 9, "KE", Instant.now().minusSeconds(3_600)));
        // After it in its partition, and by whoever came back.
        changed(leaver, 10, "FR", Instant.now());

        assertThat(scene.value("select registered_on from member_origin where member_id = '%s'".formatted(leaver)))
                .isNull();
        assertThat(tables(leaver)).doesNotContain("quality_observation.author_id");
        assertThat(computed().fairness().groupings().get(Fairness.REGION).falsePositives())
                .containsOnlyKeys(Cell.UNKNOWN);
        assertThat(scene.count("quality_observation")).isEqualTo(3);
    }

    @Test
    void what_is_older_than_the_window_is_neither_counted_nor_kept() throws Throwable {
        observed(UUID.randomUUID(), "HOLD", "OK", 2);
        scene.execute("update quality_observation set made_at = now() - interval '29 days'");

        assertThat(computed().quality().languages().get(Quality.ALL).asked()).isZero();
        VertxContextSupport.subscribeAndAwait(rounds::lookAfter);

        assertThat(scene.count("quality_observation")).isZero();
    }

    @Test
    void how_much_is_judged_in_a_day_is_counted_with_indexes() {
        scene.execute("""
                insert into decision (id, subject_kind, subject_id, subject_revision, community_id, author_id, label,
                    action, rung, classification, decided_at, submitted_at, language)
                select gen_random_uuid(), 'POST', gen_random_uuid(), 1, md5((i % 50)::text)::uuid, gen_random_uuid(), 'OK',
                    'PUBLISH', 'MODEL', '{}', now() - i * interval '1 second', now(),
                    case when i % 20 = 0 then 'zh-CN' else 'en' end
                from generate_series(1, 20000) i""");
        scene.execute("analyze decision");

        assertThat(plan("select 1 from decision where split_part(lower(language), '-', 1) = 'zh'"
                        + " and decided_at > now() - interval '1 day' limit 1000"))
                .contains("decision_of_language_lately");
        assertThat(plan("select 1 from decision where community_id = md5('7')::uuid"
                        + " and decided_at > now() - interval '1 day' limit 1000"))
                .contains("decision_of_community_lately");
    }

    private static final String WEIGHED = """
            select o.*, 1 / inclusion * (
                select sum(1 / inclusion) from quality_observation a where a.action = o.action) / (
                select sum(1 / inclusion) from quality_observation a where a.action = o.action and truth is not null)
                as weight
            from quality_observation o where truth is not null""";

    private double counted(String condition) {
        return Double.parseDouble(scene.value("select sum(weight) from (%s) w where %s".formatted(WEIGHED, condition)));
    }

    private void answer(CaseKind kind, PostSubmitted post, String action, String label) {
        scene.resolve(moderator, scene.openCase(kind, post), action, label).statusCode(200);
    }

    private LiveQuality.Figures computed() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(live::compute));
    }

    private io.restassured.response.ValidatableResponse metrics() {
        return scene.get(Person.MO.id(), "/metrics").statusCode(200);
    }

    /** Copies of what really was judged, each of published ones with its own chance. */
    private void manyMore(int times) {
        scene.execute("""
                with original as (select * from quality_observation),
                copies as (
                    select o.*, i, gen_random_uuid() as copy from original o, generate_series(1, %d) i),
                made as (
                    insert into decision (id, subject_kind, subject_id, subject_revision, community_id, author_id, label,
                        action, rung, classification, decided_at, submitted_at, language)
                    select copy, 'POST', copy, 1, community_id, author_id, label, action, 'MODEL', '{}',
                        made_at - interval '2 days', written_at, language from copies)
                insert into quality_observation (decision_id, community_id, author_id, language, action, label,
                    confidence, inclusion, truth, written_at, made_at)
                select copy, community_id, author_id, language, action, label,
                    greatest(0.26, least(1, confidence - i * 0.004)),
                    case action when 'HOLD' then 1 when 'REJECT' then 0.5 else 1.0 / (2 + i %% 7) end,
                    truth, written_at, made_at - interval '2 days' from copies""".formatted(times));
    }

    private void observed(UUID author, String action, String truth, int times) {
        scene.execute("""
                with made as (
                    insert into decision (id, subject_kind, subject_id, subject_revision, community_id, author_id, label,
                        action, rung, classification, decided_at, submitted_at, language)
                    select gen_random_uuid(), 'POST', gen_random_uuid(), 1, '%1$s', '%2$s', 'OK', '%3$s', 'MODEL',
                        '{"reasons": []}', now() - interval '2 days', now() - interval '1 minute', 'en'
                    from generate_series(1, %4$d) returning id)
                insert into quality_observation (decision_id, community_id, author_id, language, action, label,
                    confidence, inclusion, truth, written_at, made_at)
                select id, '%1$s', '%2$s', 'en', '%3$s', 'OK', 0.9, 1, '%5$s', now() - interval '1 minute', now()
                from made""".formatted(scene.community, author, action, times, truth));
    }

    private UUID member(Instant registeredAt, String region) {
        UUID member = UUID.randomUUID();
        scene.publisher.publish(new MemberRegistered(member, 1, "Ada", "en", registeredAt));
        changed(member, 2, region, registeredAt.plusSeconds(60));
        return member;
    }

    /** Counts when this returns. */
    private void changed(UUID member, long revision, String region, Instant at) {
        scene.publisher.publish(change(member, revision, region, at));
        Awaitility.await("member")
                .until(() -> scene.count(
                                "member_origin where member_id = '%s' and revision = %d".formatted(member, revision))
                        == 1);
    }

    private static MemberChanged change(UUID member, long revision, String region, Instant at) {
        return new MemberChanged(
                member, revision, "Ada", null, null, List.of(), List.of(), List.of(), null, region, "en", at);
    }

    private List<String> tables(UUID member) throws SQLException {
        return Traces.inTables(database, member.toString());
    }

    private String plan(String sql) {
        StringBuilder plan = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var lines = statement.executeQuery("explain " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return plan.toString();
    }
}
