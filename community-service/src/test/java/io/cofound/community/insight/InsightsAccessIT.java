package io.cofound.community.insight;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.cofound.community.insight.InsightsRequests.as;
import static io.cofound.community.insight.InsightsRequests.found;
import static io.cofound.community.insight.InsightsRequests.path;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class InsightsAccessIT {

    @Test
    void only_the_owner_and_operators_see_how_a_community_is_doing() {
        String open = path(found("{\"name\": \"Open\"}"));
        String hidden = path(found("{\"name\": \"Stealth\", \"visibility\": \"HIDDEN\"}"));

        as(Person.ADA).get(open).then().statusCode(200);
        as(Person.OLGA).get(hidden).then().statusCode(200);
        as(Person.BO).get(open).then().statusCode(403);
        as(Person.MO).get(open).then().statusCode(403);
        as(Person.BO).get(hidden).then().statusCode(404);
        as(Person.OLGA).get(path(UUID.randomUUID())).then().statusCode(404);
        given().get(open).then().statusCode(401);
        as(Person.ADA).post("/api/v1/operations/churn-model/trainings").then().statusCode(403);
    }

    @Test
    void a_community_without_activity_has_figures_too() {
        var insights = as(Person.ADA)
                .get(path(found("{\"name\": \"New\"}")))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(insights.getString("until"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(insights.getInt("monthlyActive")).isZero();
        assertThat(insights.<Object>get("stickiness")).isNull();
        assertThat(insights.<Object>get("contributions.gini")).isNull();
        assertThat(insights.getList("weeks")).hasSize(12);
        assertThat(insights.getList("activityByHour")).hasSize(24);
    }

    @Test
    void a_day_that_cannot_be_meant_is_a_clear_problem() {
        String path = path(found("{\"name\": \"Days\"}"));

        as(Person.ADA).get(path + "?until=yesterday").then().statusCode(400);
        as(Person.ADA)
                .get(path + "?until=" + LocalDate.now(ZoneOffset.UTC).plusDays(2))
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        as(Person.ADA).get(path + "?until=0001-01-01").then().statusCode(422);
    }
}
