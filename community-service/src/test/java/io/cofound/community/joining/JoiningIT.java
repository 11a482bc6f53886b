package io.cofound.community.joining;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TestTokens;
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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class JoiningIT {

    private UUID owner;

    @BeforeEach
    void given_somebody_who_founds() {
        owner = newcomer();
    }

    @Test
    void an_open_community_counts_who_joins_and_who_leaves() {
        String community = found(owner, "");
        UUID member = memberOf(community);

        as(member)
                .get(community)
                .then()
                .body("memberCount", equalTo(2))
                .body("myRole", equalTo("MEMBER"))
                .body("myState", equalTo("MEMBER"));
        as(member).delete(community + "/members/me").then().statusCode(204);
        as(member)
                .get(community)
                .then()
                .body("memberCount", equalTo(1))
                .body("myRole", equalTo(null))
                .body("myState", equalTo("NONE"));
        given().get(community).then().body("myState", equalTo(null));
    }

    @Test
    void a_client_need_not_send_a_body_to_join() {
        String community = found(owner, "");

        given().auth()
                .oauth2(TestTokens.ofSubject(UUID.randomUUID().toString()))
                .noContentType()
                .post(community + "/members")
                .then()
                .statusCode(201);
    }

    @Test
    void a_request_waits_once_however_often_it_is_made() {
        String community = found(owner, "\"joining\": \"REQUEST\"");
        UUID asker = newcomer();

        ask(asker, community, "I build robots").statusCode(202).body("state", equalTo("PENDING"));
        ask(asker, community, "Again").statusCode(202).body("message", equalTo("I build robots"));
        as(asker).get(community).then().body("myState", equalTo("REQUESTED")).body("memberCount", equalTo(1));
        as(owner)
                .get(community + "/join-requests")
                .then()
                .statusCode(200)
                .body("items.memberId", equalTo(List.of(asker.toString())));
    }

    @Test
    void an_accepted_request_is_a_membership() {
        String community = found(owner, "\"joining\": \"REQUEST\"");
        UUID asker = newcomer();
        ask(asker, community, "I build robots");

        answer(owner, community, asker, "ACCEPT", "Welcome").statusCode(200).body("state", equalTo("ACCEPTED"));

        as(asker).get(community).then().body("myRole", equalTo("MEMBER")).body("memberCount", equalTo(2));
        as(owner).get(community + "/join-requests").then().body("items", empty());
    }

    @Test
    void who_is_declined_reads_why_and_waits_a_week() {
        String community = found(owner, "\"joining\": \"REQUEST\"");
        UUID asker = newcomer();
        ask(asker, community, "Buy my course");
        answer(owner, community, asker, "DECLINE", "No advertising");

        as(asker)
                .get(community + "/join-requests/me")
                .then()
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("reason", equalTo("No advertising"));
        ask(asker, community, "Please")
                .statusCode(409)
                .body("type", equalTo(problem("asked-recently")))
                .body("askAgainAt", notNullValue());
    }

    @Test
    void who_withdraws_may_ask_again_at_once() {
        String community = found(owner, "\"joining\": \"REQUEST\"");
        UUID asker = newcomer();
        ask(asker, community, "First");

        as(asker).delete(community + "/join-requests/me").then().statusCode(204);

        as(asker).delete(community + "/join-requests/me").then().statusCode(409);
        ask(asker, community, "Second").statusCode(202).body("message", equalTo("Second"));
    }

    @Test
    void requests_are_for_those_who_may_answer_them() {
        String community = found(owner, "");
        UUID organiser = memberOf(community, owner, "ORGANISER");
        UUID moderator = memberOf(community, owner, "MODERATOR");

        as(organiser)
                .get(community + "/join-requests")
                .then()
                .statusCode(403)
                .body("type", equalTo(problem("permission-required")))
                .body("permission", equalTo("ANSWER_REQUESTS"));
        as(moderator).get(community + "/join-requests").then().statusCode(200);
        as(newcomer()).get(community + "/join-requests").then().statusCode(403);
        given().get(community + "/join-requests").then().statusCode(401);
        answer(moderator, community, newcomer(), "ACCEPT", "Who").statusCode(404);
    }

    @Test
    void of_two_answers_at_once_one_counts() throws Exception {
        String community = found(owner, "");
        UUID moderator = memberOf(community, owner, "MODERATOR");
        as(owner)
                .header("If-Match", "\"1\"")
                .body("{\"joining\": \"REQUEST\"}")
                .patch(community)
                .then()
                .statusCode(200);
        UUID asker = newcomer();
        ask(asker, community, "Hello");

        List<Callable<Integer>> answers = List.of(
                () -> answer(owner, community, asker, "ACCEPT", "Yes").extract().statusCode(),
                () -> answer(moderator, community, asker, "DECLINE", "No")
                        .extract()
                        .statusCode());
        List<Integer> statuses;
        try (var clients = Executors.newFixedThreadPool(2)) {
            statuses = clients.invokeAll(answers).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }

        assertThat(statuses).containsExactly(200, 409);
    }

    @Test
    void joining_by_invitation_ends_the_request() {
        String community = found(owner, "\"joining\": \"REQUEST\"");
        UUID asker = newcomer();
        ask(asker, community, "Hello");

        join(asker, community, invite(owner, community, "")).statusCode(201);

        answer(owner, community, asker, "DECLINE", "Late").statusCode(409);
    }

    @Test
    void a_community_by_invitation_asks_for_one() {
        String community = found(owner, "\"joining\": \"INVITATION\"");

        join(newcomer(), community).statusCode(403).body("type", equalTo(problem("invitation-required")));
    }

    @Test
    void an_archived_community_can_be_read_left_and_handed_over_and_nothing_else() {
        String community = found(owner, "\"rules\": \"Be kind\"");
        UUID member = memberOf(community);
        UUID heir = memberOf(community);
        as(owner).put(community + "/archive").then().statusCode(200).body("archived", equalTo(true));

        join(newcomer(), community).statusCode(409).body("type", equalTo(problem("community-archived")));
        assign(owner, community, heir, "MODERATOR").statusCode(409);
        as(owner).body("{}").post(community + "/invitations").then().statusCode(409);
        as(owner)
                .header("If-Match", "\"2\"")
                .body("{\"name\": \"New\"}")
                .patch(community)
                .then()
                .statusCode(409);
        as(owner).delete(community + "/members/" + member).then().statusCode(409);
        given().get(community).then().statusCode(200).body("rules", equalTo("Be kind"));
        as(member).delete(community + "/members/me").then().statusCode(204);
        as(owner)
                .body("{\"memberId\": \"%s\"}".formatted(heir))
                .put(community + "/owner")
                .then()
                .statusCode(200);
        as(owner).delete(community + "/archive").then().statusCode(403);
        as(heir).delete(community + "/archive").then().statusCode(200).body("archived", equalTo(false));
        join(newcomer(), community).statusCode(201);
    }

    private static ValidatableResponse ask(UUID asker, String community, String message) {
        return as(asker)
                .body("{\"message\": \"%s\"}".formatted(message))
                .post(community + "/members")
                .then();
    }

    private static ValidatableResponse answer(
            UUID moderator, String community, UUID asker, String answer, String reason) {
        return as(moderator)
                .body("{\"answer\": \"%s\", \"reason\": \"%s\"}".formatted(answer, reason))
                .put(community + "/join-requests/" + asker + "/answer")
                .then();
    }
}
