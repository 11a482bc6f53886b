package io.cofound.community.invitation;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.community.Api.as;
import static io.cofound.community.Api.assign;
import static io.cofound.community.Api.found;
import static io.cofound.community.Api.invite;
import static io.cofound.community.Api.join;
import static io.cofound.community.Api.memberOf;
import static io.cofound.community.Api.newcomer;
import static io.cofound.community.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class InvitationIT {

    private static final int RUSH = 1_000;
    private static final int CLIENTS = 32;

    @Inject
    DataSource database;

    private UUID owner;

    @BeforeEach
    void given_somebody_who_founds() {
        owner = newcomer();
    }

    @Test
    void a_thousand_who_rush_at_an_invitation_for_a_hundred_are_a_hundred_members() throws Exception {
        String community = found(owner, "\"joining\": \"INVITATION\"");
        String code = invite(owner, community, "\"uses\": 100");

        List<Callable<Integer>> joins = Stream.generate(UUID::randomUUID)
                .limit(RUSH)
                .<Callable<Integer>>map(
                        member -> () -> join(member, community, code).extract().statusCode())
                .toList();
        Map<Integer, Long> statuses;
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            statuses = clients.invokeAll(joins).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
        }

        assertThat(statuses).isEqualTo(Map.of(201, 100L, 410, 900L));
        given().get(community).then().body("memberCount", equalTo(101));
        as(owner)
                .get(community + "/invitations")
                .then()
                .body("items[0].used", equalTo(100))
                .body("items[0].usesLeft", equalTo(0));
    }

    @Test
    void an_invitation_lets_one_into_a_hidden_community_and_its_code_is_shown_once() {
        String community = found(owner, "\"visibility\": \"HIDDEN\", \"joining\": \"INVITATION\"");
        UUID guest = newcomer();
        String code = invite(owner, community, "");

        join(guest, community, "nonsense").statusCode(404);
        join(guest, community, code).statusCode(201).body("role", equalTo("MEMBER"));
        as(guest).get(community).then().statusCode(200);
        as(owner)
                .get(community + "/invitations")
                .then()
                .statusCode(200)
                .body("items[0].uses", equalTo(25))
                .body("items[0].code", equalTo(null))
                .body("items[0].link", equalTo(null));
    }

    @Test
    void who_belongs_already_uses_nothing_up() {
        String community = found(owner, "");
        UUID member = memberOf(community);
        String code = invite(owner, community, "\"uses\": 1");

        join(member, community, code).statusCode(201);
        join(newcomer(), community, code).statusCode(201);

        join(newcomer(), community, code).statusCode(410).body("type", equalTo(problem("invitation-used-up")));
    }

    @Test
    void a_code_that_never_was_is_told_so() {
        String community = found(owner, "");
        String elsewhere = invite(owner, found(owner, ""), "");

        join(newcomer(), community, elsewhere).statusCode(422).body("type", equalTo(problem("invitation-unknown")));
    }

    @Test
    void a_revoked_invitation_is_gone() {
        String community = found(owner, "");
        String code = invite(owner, community, "");
        String id = as(owner).get(community + "/invitations").path("items[0].id");

        as(owner).delete(community + "/invitations/" + id).then().statusCode(204);

        join(newcomer(), community, code).statusCode(410).body("type", equalTo(problem("invitation-revoked")));
        as(owner).delete(community + "/invitations/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void an_expired_invitation_is_gone() throws SQLException {
        String community = found(owner, "");
        String code = invite(owner, community, "");
        String id = as(owner).get(community + "/invitations").path("items[0].id");
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update invitation set expires_at = now() - interval '1 second' where id = ?::uuid")) {
            update.setString(1, id);
            update.executeUpdate();
        }

        join(newcomer(), community, code).statusCode(410).body("type", equalTo(problem("invitation-expired")));
    }

    @Test
    void an_invitation_is_worth_what_its_maker_may_still_do() {
        String community = found(owner, "");
        UUID moderator = memberOf(community, owner, "MODERATOR");
        String code = invite(moderator, community, "");

        assign(owner, community, moderator, "MEMBER").statusCode(200);

        join(newcomer(), community, code).statusCode(410).body("type", equalTo(problem("invitation-revoked")));
    }

    @Test
    void only_the_owner_invites_to_a_role() {
        String community = found(owner, "");
        UUID moderator = memberOf(community, owner, "MODERATOR");

        as(moderator)
                .body("{\"role\": \"ORGANISER\"}")
                .post(community + "/invitations")
                .then()
                .statusCode(403)
                .body("permission", equalTo("ASSIGN_ROLES"));
        as(memberOf(community))
                .body("{}")
                .post(community + "/invitations")
                .then()
                .statusCode(403)
                .body("permission", equalTo("INVITE"));
        as(owner)
                .body("{\"role\": \"OWNER\"}")
                .post(community + "/invitations")
                .then()
                .statusCode(422);
        join(newcomer(), community, invite(owner, community, "\"role\": \"ORGANISER\""))
                .statusCode(201)
                .body("role", equalTo("ORGANISER"));
    }

    @Test
    void limits_of_an_invitation_are_clear() {
        String community = found(owner, "");
        Instant tooLate = Instant.now().plus(Duration.ofDays(91));

        as(owner)
                .body("{\"expiresAt\": \"%s\"}".formatted(tooLate))
                .post(community + "/invitations")
                .then()
                .statusCode(422)
                .body("type", equalTo(problem("expires-too-late")));
        for (String fields : List.of(
                "\"uses\": 0",
                "\"uses\": 10001",
                "\"expiresAt\": \"%s\"".formatted(Instant.now().minusSeconds(60)))) {
            as(owner)
                    .body("{%s}".formatted(fields))
                    .post(community + "/invitations")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void a_repeated_create_makes_one_invitation_and_keeps_no_code() throws SQLException {
        String community = found(owner, "");
        String code = make(community).body("code", notNullValue()).extract().path("code");

        make(community).body("code", equalTo(null));

        as(owner).get(community + "/invitations").then().body("items", hasSize(1));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from idempotency_key where response like '%' || ? || '%'")) {
            select.setString(1, code);
            var result = select.executeQuery();
            result.next();
            assertThat(result.getInt(1)).isZero();
        }
    }

    private ValidatableResponse make(String community) {
        return as(owner)
                .header("Idempotency-Key", "one-invitation")
                .body("{}")
                .post(community + "/invitations")
                .then()
                .statusCode(201);
    }
}
