package io.cofound.community.community;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.community.Api.as;
import static io.cofound.community.Api.ban;
import static io.cofound.community.Api.found;
import static io.cofound.community.Api.handOver;
import static io.cofound.community.Api.idOf;
import static io.cofound.community.Api.invite;
import static io.cofound.community.Api.join;
import static io.cofound.community.Api.memberOf;
import static io.cofound.community.Api.newcomer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ForgettingIT {

    private static final List<String> TABLES = List.of("community", "membership", "invitation", "join_request", "ban");

    @Inject
    Ownership ownership;

    @Inject
    DataSource database;

    private UUID owner;

    @BeforeEach
    void given_somebody_who_founds() {
        owner = newcomer();
    }

    @Test
    void who_owns_what_others_belong_to_has_to_hand_it_over_first() {
        String shared = found(owner, "");
        String alone = found(owner, "");
        UUID member = memberOf(shared);

        HttpProblem refusal = catchThrowableOfType(HttpProblem.class, () -> giveUp(owner));

        assertThat(refusal.getStatusCode()).isEqualTo(409);
        assertThat(refusal.getParameters().get("communities").toString())
                .contains(idOf(shared).toString())
                .doesNotContain(idOf(alone).toString());
        given().get(alone).then().statusCode(200).body("name", equalTo("Shenzhen makers"));
        handOver(owner, shared, member).statusCode(200);
        assertThat(catchThrowableOfType(HttpProblem.class, () -> giveUp(owner))).isNull();
    }

    @Test
    void a_community_of_nobody_else_is_emptied_and_closed_for_ever() throws Throwable {
        String alone = found(owner, "\"description\": \"planted-description\", \"rules\": \"planted-rules\"");

        giveUp(owner);

        given().get(alone).then().statusCode(404);
        as(owner).delete(alone + "/archive").then().statusCode(410);
        try (var communities = new TopicReader(Topics.COMMUNITY);
                var partners = new TopicReader(Topics.PUBLIC_COMMUNITIES)) {
            CommunityChanged last = communities.await(
                    CommunityChanged.class, event -> event.communityId().equals(idOf(alone)));
            assertThat(last.archived()).isTrue();
            assertThat(last.name() + last.description() + last.rules()).doesNotContain("Shenzhen", "planted");
            Awaitility.await().until(() -> partners.records().stream()
                    .anyMatch(record -> record.value() == null
                            && record.key().equals(idOf(alone).toString())));
        }
        erase(owner);
        assertThat(rowsWith("planted")).isZero();
    }

    @Test
    void nothing_the_erased_member_wrote_is_left_and_nothing_of_others_is_lost() throws Throwable {
        UUID erased = UUID.randomUUID();
        String elsewhere = found(owner, "");
        join(erased, elsewhere).statusCode(201);
        as(owner)
                .body("{\"role\": \"MODERATOR\"}")
                .put(elsewhere + "/members/" + erased)
                .then()
                .statusCode(200);
        UUID other = memberOf(elsewhere);
        UUID banned = memberOf(elsewhere);
        String code = invite(erased, elsewhere, "");
        ban(erased, elsewhere, banned, "\"reason\": \"planted-by-the-moderator\"")
                .statusCode(200);
        String byRequest = found(owner, "\"joining\": \"REQUEST\"");
        as(erased)
                .body("{\"message\": \"planted-message\"}")
                .post(byRequest + "/members")
                .then()
                .statusCode(202);
        String banning = found(owner, "");
        ban(owner, banning, erased, "\"reason\": \"planted-about-the-member\"").statusCode(200);
        as(other)
                .body("{\"message\": \"kept-message\"}")
                .post(byRequest + "/members")
                .then()
                .statusCode(202);

        erase(erased);

        assertThat(rowsWith("planted")).isZero();
        assertThat(rowsWith("kept-message")).isEqualTo(1);
        given().get(elsewhere).then().body("memberCount", equalTo(2));
        join(banned, elsewhere).statusCode(403).body("reason", equalTo(null));
        join(newcomer(), elsewhere, code).statusCode(410);
        try (var memberships = new TopicReader(Topics.MEMBERSHIP)) {
            MembershipRevoked revoked = memberships.await(
                    MembershipRevoked.class,
                    event -> event.memberId().equals(erased) && event.cause() == RevocationCause.ERASED);
            var last = memberships.records().stream()
                    .filter(record -> record.key().equals(revoked.membershipId().toString()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            assertThat(last.value()).isNull();
        }
    }

    @Test
    void who_was_handed_a_community_while_being_erased_is_followed_by_the_next_in_role() {
        String community = found(owner, "");
        UUID member = memberOf(community);
        UUID moderator = memberOf(community, owner, "MODERATOR");

        erase(owner);

        as(member)
                .get(community)
                .then()
                .body("ownerId", equalTo(moderator.toString()))
                .body("memberCount", equalTo(2));
    }

    @Test
    void a_member_sees_all_that_is_kept_and_nothing_of_others() {
        String community = found(owner, "\"rules\": \"Own rules\"");
        UUID banned = memberOf(community);
        ban(owner, community, banned, "\"reason\": \"Own reason\"").statusCode(200);
        invite(owner, community, "");
        UUID export = UUID.randomUUID();

        try (var publisher = new Publisher();
                var pieces = new TopicReader(Topics.EXPORT)) {
            publisher.publish(new ExportRequested(export, owner, Instant.now()));

            assertThat(piece(pieces, export, "memberships"))
                    .contains(idOf(community).toString(), "OWNER");
            assertThat(piece(pieces, export, "owned-communities")).contains("Own rules");
            assertThat(piece(pieces, export, "invitations"))
                    .contains(idOf(community).toString());
            assertThat(piece(pieces, export, "imposed-bans"))
                    .contains("Own reason")
                    .doesNotContain(banned.toString());
            assertThat(piece(pieces, export, "join-requests")).isEqualToIgnoringWhitespace("[]");
        }
    }

    private static String piece(TopicReader pieces, UUID export, String name) {
        return pieces.await(
                        ExportGathered.class,
                        piece -> piece.exportId().equals(export) && piece.name().equals(name))
                .items();
    }

    private void giveUp(UUID memberId) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> ownership.giveUp(memberId));
    }

    private static void erase(UUID memberId) {
        UUID erasure = UUID.randomUUID();
        try (var publisher = new Publisher();
                var ledger = new TopicReader(Topics.ERASURE)) {
            publisher.publish(new ErasureRequested(erasure, memberId, 9, PublicContent.REMOVE, Instant.now()));
            ledger.await(
                    ErasureAcknowledged.class,
                    acknowledged -> acknowledged.erasureId().equals(erasure));
        }
    }

    /** In all tables of communities. */
    private int rowsWith(String text) throws SQLException {
        int rows = 0;
        try (var connection = database.getConnection()) {
            for (String table : TABLES) {
                try (var select = connection.prepareStatement(
                        "select count(*) from %s t where t::text like '%%' || ? || '%%'".formatted(table))) {
                    select.setString(1, text);
                    var result = select.executeQuery();
                    result.next();
                    rows += result.getInt(1);
                }
            }
        }
        return rows;
    }
}
