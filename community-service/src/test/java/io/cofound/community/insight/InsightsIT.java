package io.cofound.community.insight;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.cofound.community.churn.ChurnQueries;
import io.cofound.contracts.Event;
import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static io.cofound.community.insight.InsightsRequests.as;
import static io.cofound.community.insight.InsightsRequests.found;
import static io.cofound.community.insight.InsightsRequests.path;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** One year is published once; the tests look at it in turn, since making it takes longest. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
@TestMethodOrder(OrderAnnotation.class)
class InsightsIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final List<LocalDate> DAYS = List.of(TODAY.minusDays(1), TODAY.minusDays(60), TODAY.minusDays(200));
    private static final JsonPathConfig EXACT = new JsonPathConfig(JsonPathConfig.NumberReturnType.DOUBLE);
    private static UUID community;
    private static YearOfACommunity year;

    @Inject
    FactTables facts;

    @Test
    @Order(1)
    void every_figure_is_what_its_definition_says() {
        community = found("{\"name\": \"A year\"}");
        year = new YearOfACommunity(community, TODAY);
        assertThat(year.size()).isGreaterThanOrEqualTo(YearOfACommunity.EVENTS);

        publishYear(InsightsIT::sameId);

        assertFigures();
    }

    @Test
    @Order(2)
    void events_that_come_again_change_nothing() {
        publishYear(InsightsIT::sameId);
        assertFigures();

        publishYear(i -> UUID.randomUUID());
        assertFigures();
    }

    @Test
    @Order(3)
    void churn_is_foreseen_better_than_by_the_base_rate_and_only_of_those_who_consented() {
        List<UUID> members = year.members();
        List<UUID> consenting = members.subList(0, members.size() * 4 / 5);
        assertThat(churn().getString("basis")).isEqualTo("RULES");
        assertThat(churn().getInt("assessed")).isZero();
        try (var publisher = new BulkPublisher()) {
            publisher.publish(
                    "community.consent",
                    consenting.stream()
                            .<Event>map(
                                    member -> new ConsentsChanged(member, 1, false, false, true, "1", Instant.now()))
                            .toList(),
                    i -> UUID.randomUUID());
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> facts.count("analytics_consent where granted") >= consenting.size());

        var training = as(Person.OLGA)
                .post("/api/v1/operations/churn-model/trainings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        System.out.printf(
                "churn: Brier %.4f, base rate's %.4f, trained on %d snapshots%n",
                training.getDouble("brier"), training.getDouble("baselineBrier"), training.getInt("trainedOn"));

        var churn = churn();
        assertThat(churn.getString("basis")).isEqualTo("MODEL");
        assertThat(churn.getDouble("brier")).isLessThan(0.9 * churn.getDouble("baselineBrier"));
        List<Map<String, Object>> listed = churn.getList("members");
        assertThat(listed).hasSize(20);
        assertThat(listed)
                .allSatisfy(risk -> assertThat(consenting).contains(UUID.fromString((String) risk.get("memberId"))));
        assertThat(listed).allSatisfy(risk -> assertThat(logOdds(risk, churn.getDouble("base")))
                .isCloseTo(Math.log(number(risk, "risk") / (1 - number(risk, "risk"))), within(1e-3)));
        assertThat(listed.stream().map(risk -> number(risk, "risk")).toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    @Order(4)
    void whoever_withdraws_the_consent_is_no_longer_foreseen() {
        UUID likeliest = UUID.fromString(churn().getString("members[0].memberId"));

        try (var publisher = new Publisher()) {
            publisher.publish(new ConsentsChanged(likeliest, 2, true, true, false, "1", Instant.now()));
            publisher.publish(new ConsentsChanged(likeliest, 1, false, false, true, "1", Instant.now()));
        }

        Awaitility.await().untilAsserted(() -> assertThat(churn().getList("members.memberId", String.class))
                .hasSize(20)
                .doesNotContain(likeliest.toString()));
    }

    @Test
    @Order(5)
    void among_many_communities_no_query_reads_all_facts_and_answers_are_fast() throws SQLException {
        facts.crowd(community);

        for (String sql : List.of(
                FiguresRepository.ACTIVE,
                FiguresRepository.WEEKS,
                FiguresRepository.COHORTS,
                FiguresRepository.POSTS,
                FiguresRepository.CONTRIBUTIONS,
                FiguresRepository.HOURS)) {
            assertThat(facts.plan(sql.replace("?1", "'" + community + "'")
                            .replace("?2", "'" + TODAY.minusDays(84) + "'")
                            .replace("?3", "'" + TODAY + "'")))
                    .doesNotContain("Seq Scan");
        }
        assertThat(facts.plan(ChurnQueries.IN_COMMUNITY
                        .replace("?1", "'" + TODAY + "'")
                        .replace("?2", "'" + community + "'")))
                .doesNotContain("Seq Scan on activity")
                .doesNotContain("Seq Scan on membership_change")
                .doesNotContain("Seq Scan on published");

        long[] millis = new long[50];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = as(Person.ADA)
                    .get(path(community) + "?until=" + DAYS.get(i % DAYS.size()))
                    .time();
        }
        Arrays.sort(millis);
        System.out.printf(
                "insights p50 = %d ms, p95 = %d ms over %,d events%n",
                millis[millis.length / 2], millis[millis.length * 95 / 100], year.size());
    }

    /** What others wrote comes before what it is about: topics have no order among them. */
    private static void publishYear(IntFunction<UUID> ids) {
        long start = System.nanoTime();
        try (var publisher = new BulkPublisher()) {
            publisher.publish(BulkTopics.COMMENT, year.comments(), ids);
            publisher.publish(BulkTopics.REGISTRATION, year.registrations(), ids);
            publisher.publish(BulkTopics.POST, year.posts(), ids);
            publisher.publish(BulkTopics.MEMBERSHIP, year.memberships(), ids);
            publisher.awaitConsumed("community.activity-comments", BulkTopics.COMMENT);
            publisher.awaitConsumed("community.activity-registrations", BulkTopics.REGISTRATION);
            publisher.awaitConsumed("community.activity-posts", BulkTopics.POST);
            publisher.awaitConsumed("community.activity-memberships", BulkTopics.MEMBERSHIP);
        }
        System.out.printf("%,d events read in %d ms%n", year.size(), (System.nanoTime() - start) / 1_000_000);
    }

    private static UUID sameId(int i) {
        return UUID.nameUUIDFromBytes(("event " + i).getBytes(UTF_8));
    }

    private static void assertFigures() {
        for (LocalDate day : DAYS) {
            Map<String, Object> figures = new HashMap<>(insights(day));
            figures.remove("communityId");
            figures.remove("churn");
            assertThat(rounded(figures)).isEqualTo(new ExpectedInsights(year, day).asJson());
        }
    }

    /** JSON numbers with fractions come as floats or doubles of the last digit's whim. */
    private static Object rounded(Object json) {
        return switch (json) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getKey().toString().contains("Seconds")
                                        ? Math.round(((Number) entry.getValue()).doubleValue() * 1e3) / 1e3
                                        : rounded(entry.getValue())));
            case List<?> list -> list.stream().map(InsightsIT::rounded).toList();
            case Double number -> ExpectedInsights.rounded(number);
            default -> json;
        };
    }

    private static Map<String, Object> insights(LocalDate until) {
        return as(Person.ADA)
                .get(path(community) + "?until=" + until)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(EXACT)
                .getMap("$");
    }

    private static JsonPath churn() {
        return as(Person.ADA)
                .get(path(community) + "?until=" + DAYS.getFirst())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(EXACT)
                .setRootPath("churn");
    }

    @SuppressWarnings("unchecked")
    private static double logOdds(Map<String, Object> risk, double base) {
        return base
                + ((List<Map<String, Object>>) risk.get("reasons"))
                        .stream()
                                .mapToDouble(reason -> number(reason, "contribution"))
                                .sum();
    }

    private static double number(Map<String, Object> json, String name) {
        return ((Number) json.get(name)).doubleValue();
    }
}
