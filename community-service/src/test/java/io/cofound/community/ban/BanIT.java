package io.cofound.community.ban;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.community.Api.as;
import static io.cofound.community.Api.ban;
import static io.cofound.community.Api.found;
import static io.cofound.community.Api.invite;
import static io.cofound.community.Api.join;
import static io.cofound.community.Api.memberOf;
import static io.cofound.community.Api.newcomer;
import static io.cofound.community.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class BanIT {

    private static final String REASON = "\"reason\": \"Spam in every thread\"";

    private UUID owner;
    private String community;

    @BeforeEach
    void given_a_community() {
        owner = newcomer();
        community = found(owner, "");
    }

    @Test
    void a_ban_ends_the_membership_and_tells_why_and_until_when() {
        UUID member = memberOf(community);
        Instant until = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MICROS);

        ban(owner, community, member, "%s, \"until\": \"%s\"".formatted(REASON, until))
                .statusCode(200);

        as(member).get(community).then().body("myState", equalTo("BANNED")).body("memberCount", equalTo(1));
        join(member, community)
                .statusCode(403)
                .body("type", equalTo(problem("banned")))
                .body("until", equalTo(until.toString()))
                .body("reason", equalTo("Spam in every thread"));
        try (var memberships = new TopicReader(Topics.MEMBERSHIP)) {
            MembershipRevoked revoked = memberships.await(
                    MembershipRevoked.class, event -> event.memberId().equals(member));
            assertThat(revoked.cause()).isEqualTo(RevocationCause.BANNED);
            assertThat(revoked.bannedUntil()).isEqualTo(until);
        }
    }

    @Test
    void no_way_in_is_open_to_the_banned() {
        UUID stranger = newcomer();
        String code = invite(owner, community, "");

        ban(owner, community, stranger, REASON).statusCode(200).body("until", equalTo(null));

        join(stranger, community, code).statusCode(403).body("type", equalTo(problem("banned")));
        as(owner).get(community + "/invitations").then().body("items[0].used", equalTo(0));
    }

    @Test
    void other_services_hear_of_a_ban_of_somebody_who_never_belonged_and_of_its_end() {
        UUID stranger = newcomer();

        ban(owner, community, stranger, REASON).statusCode(200);
        as(owner).delete(community + "/bans/" + stranger).then().statusCode(204);

        try (var memberships = new TopicReader(Topics.MEMBERSHIP)) {
            memberships.await(
                    MembershipRevoked.class,
                    event -> event.memberId().equals(stranger) && event.cause() == RevocationCause.REMOVED);
            assertThat(memberships.events(MembershipRevoked.class))
                    .filteredOn(event -> event.memberId().equals(stranger))
                    .extracting(MembershipRevoked::cause, MembershipRevoked::revision)
                    .containsExactly(tuple(RevocationCause.BANNED, 1L), tuple(RevocationCause.REMOVED, 2L));
        }
        as(owner).get(community + "/members").then().body("items.size()", equalTo(1));
    }

    @Test
    void who_is_banned_while_asking_is_declined() {
        String byRequest = found(owner, "\"joining\": \"REQUEST\"");
        UUID asker = newcomer();
        join(asker, byRequest).statusCode(202);

        ban(owner, byRequest, asker, REASON).statusCode(200);

        as(asker).get(byRequest + "/join-requests/me").then().body("state", equalTo("DECLINED"));
        join(asker, byRequest).statusCode(403);
    }

    @Test
    void a_lifted_ban_lets_the_member_join_again() {
        UUID member = memberOf(community);
        ban(owner, community, member, REASON).statusCode(200);

        as(owner).delete(community + "/bans/" + member).then().statusCode(204);

        as(owner).delete(community + "/bans/" + member).then().statusCode(404);
        as(owner).get(community + "/bans").then().body("items", empty());
        join(member, community).statusCode(201);
    }

    @Test
    void nobody_bans_or_removes_somebody_of_the_same_or_a_higher_role() {
        UUID moderator = memberOf(community, owner, "MODERATOR");
        UUID peer = memberOf(community, owner, "MODERATOR");
        UUID organiser = memberOf(community, owner, "ORGANISER");

        for (UUID other : List.of(owner, peer, moderator)) {
            ban(moderator, community, other, REASON).statusCode(403).body("type", equalTo(problem("role-too-low")));
            as(moderator).delete(community + "/members/" + other).then().statusCode(403);
        }
        ban(organiser, community, memberOf(community), REASON).statusCode(403).body("permission", equalTo("BAN"));
        as(moderator).delete(community + "/members/" + organiser).then().statusCode(204);
        ban(owner, community, peer, REASON).statusCode(200);
    }

    @Test
    void who_is_removed_may_join_again() {
        UUID member = memberOf(community);

        as(owner).delete(community + "/members/" + member).then().statusCode(204);

        as(owner).delete(community + "/members/" + member).then().statusCode(404);
        join(member, community).statusCode(201);
    }

    @Test
    void a_ban_needs_a_reason_and_a_day_to_come() {
        UUID member = memberOf(community);

        for (String fields : List.of(
                "",
                "\"reason\": \" \"",
                "\"reason\": \"%s\"".formatted("x".repeat(501)),
                REASON + ", \"until\": \"%s\"".formatted(Instant.now().minusSeconds(60)))) {
            ban(owner, community, member, fields).statusCode(400);
        }
        ban(owner, community, member, REASON + ", \"until\": \"+400000-01-01T00:00:00Z\"")
                .statusCode(422)
                .body("type", equalTo(problem("until-too-late")));
        ban(owner, community, UUID.randomUUID(), REASON).statusCode(404);
    }

    @Test
    void a_hidden_community_is_unknown_to_strangers_who_are_banned_and_known_to_those_who_belonged() {
        String hidden = found(owner, "\"visibility\": \"HIDDEN\"");
        UUID stranger = newcomer();
        UUID former = newcomer();
        join(former, hidden, invite(owner, hidden, "")).statusCode(201);

        ban(owner, hidden, stranger, REASON).statusCode(200);
        ban(owner, hidden, former, REASON).statusCode(200);

        join(stranger, hidden).statusCode(404);
        join(former, hidden).statusCode(403);
        as(stranger).get(hidden + "/bans").then().statusCode(404);
    }
}
