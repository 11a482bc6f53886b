package io.cofound.moderation.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import io.cofound.moderation.decision.LanguageModelStandIn;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class BudgetIT {

    /** A day of its own, on which nothing else is spent. */
    private final LocalDate day =
            LocalDate.EPOCH.plusDays(Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 9_000));

    private final UUID community = UUID.randomUUID();

    @Inject
    Budget budget;

    @Test
    void eight_at_once_never_take_more_than_there_is() throws Exception {
        limited(community, 1_000);

        long granted = atOnce(8, 40, () -> reserve(community, 70));

        assertThat(granted).isEqualTo(14);
    }

    @Test
    void communities_share_what_the_platform_may_spend() throws Exception {
        UUID other = UUID.randomUUID();
        limited(null, 500);

        long granted = atOnce(8, 40, () -> reserve(Math.random() < .5 ? community : other, 100));

        limited(null, 20_000_000);
        assertThat(granted).isEqualTo(5);
    }

    @Test
    void what_one_community_has_spent_stops_no_other() throws Throwable {
        limited(community, 100);

        assertThat(reserve(community, 100)).isTrue();

        assertThat(reserve(community, 1)).isFalse();
        assertThat(reserve(UUID.randomUUID(), 100)).isTrue();
        assertThat(reserve(null, 100)).isTrue();
    }

    @Test
    void what_is_given_back_can_be_spent() throws Throwable {
        limited(community, 100);
        reserve(community, 100);

        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> budget.giveBack(community, day, 60)));

        assertThat(reserve(community, 61)).isFalse();
        assertThat(reserve(community, 60)).isTrue();
    }

    @Test
    void operators_see_and_set_it_and_nobody_else() {
        limited(community, 1_234).body("community.limitMicros", equalTo(1_234));

        read(Person.OLGA, "?communityId=" + community)
                .statusCode(200)
                .body("currency", equalTo("USD"))
                .body("community.limitMicros", equalTo(1_234))
                .body("community.spentMicros", equalTo(0));
        read(Person.OLGA, "").statusCode(200).body("community", nullValue());
        read(Person.MO, "").statusCode(403);
        read(Person.ADA, "").statusCode(403);
        set(Person.MO, community, 1).statusCode(403);
        set(Person.OLGA, community, -1).statusCode(400);
    }

    private boolean reserve(UUID scope, long micros) throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> Panache.withTransaction(() -> budget.reserve(scope, day, micros)));
        } catch (Exception e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static long atOnce(int workers, int times, Callable<Boolean> reserve) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                tries.add(reserve);
            }
            long granted = 0;
            for (Future<Boolean> answer : threads.invokeAll(tries)) {
                granted += answer.get() ? 1 : 0;
            }
            return granted;
        }
    }

    private static ValidatableResponse limited(UUID community, long micros) {
        return set(Person.OLGA, community, micros).statusCode(200);
    }

    private static ValidatableResponse set(Person person, UUID community, long micros) {
        Map<String, Object> body = new HashMap<>(Map.of("microsADay", micros));
        body.put("communityId", community);
        return given().auth()
                .oauth2(TestTokens.of(person))
                .contentType("application/json")
                .body(body)
                .put("/api/v1/moderation/budget")
                .then();
    }

    private static ValidatableResponse read(Person person, String query) {
        return given().auth()
                .oauth2(TestTokens.of(person))
                .get("/api/v1/moderation/budget" + query)
                .then();
    }
}
