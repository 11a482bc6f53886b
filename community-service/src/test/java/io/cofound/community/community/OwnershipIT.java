package io.cofound.community.community;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.community.Api;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityChanged;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.community.Api.as;
import static io.cofound.community.Api.assign;
import static io.cofound.community.Api.ban;
import static io.cofound.community.Api.found;
import static io.cofound.community.Api.handOver;
import static io.cofound.community.Api.idOf;
import static io.cofound.community.Api.join;
import static io.cofound.community.Api.memberOf;
import static io.cofound.community.Api.newcomer;
import static io.cofound.community.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class OwnershipIT {

    private static final long SEED = 20_250_211;
    private static final int STEPS = 300;

    @Inject
    DataSource database;

    private UUID owner;
    private String community;

    @BeforeEach
    void given_a_community() {
        owner = newcomer();
        community = found(owner, "");
    }

    @Test
    void handing_over_changes_both_roles_and_tells_everybody() {
        UUID heir = memberOf(community);

        handOver(owner, community, heir)
                .statusCode(200)
                .body("ownerId", equalTo(heir.toString()))
                .body("myRole", equalTo("MODERATOR"));

        as(heir).get(community).then().body("myRole", equalTo("OWNER"));
        handOver(owner, community, owner).statusCode(403).body("permission", equalTo("HAND_OVER"));
        try (var communities = new TopicReader(Topics.COMMUNITY)) {
            assertThat(communities
                            .await(CommunityChanged.class, event -> event.communityId()
                                    .equals(idOf(community)))
                            .ownerId())
                    .isEqualTo(heir);
        }
    }

    @Test
    void only_somebody_who_belongs_to_a_community_can_own_it() {
        handOver(owner, community, newcomer()).statusCode(422).body("type", equalTo(problem("owner-must-belong")));
        handOver(owner, community, owner).statusCode(200).body("myRole", equalTo("OWNER"));
    }

    @Test
    void the_owner_stays_owner_but_by_handing_over() {
        assign(owner, community, owner, "MEMBER").statusCode(409).body("type", equalTo(problem("owner-keeps-role")));
        assign(owner, community, memberOf(community), "OWNER")
                .statusCode(422)
                .body("type", equalTo(problem("one-owner")));
        as(owner).delete(community + "/members/me").then().statusCode(409);
    }

    @Test
    void of_many_who_are_handed_the_community_at_once_one_owns_it() throws Exception {
        List<UUID> heirs = Stream.generate(() -> memberOf(community)).limit(6).toList();

        List<Callable<Integer>> attempts = heirs.stream()
                .<Callable<Integer>>map(
                        heir -> () -> handOver(owner, community, heir).extract().statusCode())
                .toList();
        List<Integer> statuses;
        try (var clients = Executors.newFixedThreadPool(6)) {
            statuses = clients.invokeAll(attempts).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }

        assertThat(statuses).containsExactly(200, 403, 403, 403, 403, 403);
        assertExactlyOneOwner();
    }

    @Test
    void the_database_refuses_a_community_without_its_owner_and_one_with_two() {
        UUID member = memberOf(community);

        assertThatThrownBy(() -> execute("update membership set active = false where member_id = ?", owner))
                .hasMessageContaining("without its owner");
        assertThatThrownBy(() -> execute("delete from membership where member_id = ?", owner))
                .hasMessageContaining("without its owner");
        assertThatThrownBy(() -> execute("update community set owner_id = ?", member))
                .hasMessageContaining("without its owner");
        assertThatThrownBy(() -> execute("update membership set role = 'OWNER' where member_id = ?", member))
                .hasMessageContaining("one_owner");
    }

    @Test
    void whatever_happens_there_is_exactly_one_owner_and_everybody_is_counted() throws Exception {
        Random random = new Random(SEED);
        List<UUID> people = new ArrayList<>(List.of(owner));
        Stream.generate(Api::newcomer).limit(7).forEach(people::add);
        String[] roles = {"OWNER", "MODERATOR", "ORGANISER", "MEMBER"};
        for (int step = 0; step < STEPS; step++) {
            UUID actor = random.nextInt(3) == 0 ? people.get(random.nextInt(people.size())) : currentOwner();
            UUID other = people.get(random.nextInt(people.size()));
            var answer =
                    switch (random.nextInt(9)) {
                        case 0, 1 -> join(other, community);
                        case 2 -> as(other).delete(community + "/members/me").then();
                        case 3 -> assign(actor, community, other, roles[random.nextInt(roles.length)]);
                        case 4 ->
                            as(actor).delete(community + "/members/" + other).then();
                        case 5 -> handOver(actor, community, other);
                        case 6 -> ban(actor, community, other, "\"reason\": \"No\"");
                        case 7 -> as(actor).delete(community + "/bans/" + other).then();
                        default ->
                            random.nextBoolean()
                                    ? as(actor).put(community + "/archive").then()
                                    : as(actor).delete(community + "/archive").then();
                    };

            assertThat(answer.extract().statusCode()).as("step %d", step).isLessThan(500);
            assertExactlyOneOwner();
        }
    }

    private UUID currentOwner() {
        return UUID.fromString(as(owner).get(community).path("ownerId"));
    }

    private void assertExactlyOneOwner() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select count(*) filter (where m.role = 'OWNER' and m.member_id = c.owner_id),
                            count(*) filter (where m.role = 'OWNER'), count(*), c.member_count
                        from community c join membership m on m.community_id = c.id and m.active
                        where c.id = ? group by c.id""")) {
            select.setObject(1, idOf(community));
            var result = select.executeQuery();
            result.next();
            assertThat(result.getInt(1)).isEqualTo(1);
            assertThat(result.getInt(2)).isEqualTo(1);
            assertThat(result.getInt(3)).isEqualTo(result.getInt(4));
        }
    }

    /** In this test's community alone. */
    private void execute(String sql, UUID id) throws SQLException {
        String where = sql.contains("update community") ? " where id = ?" : " and community_id = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql + where)) {
            statement.setObject(1, id);
            statement.setObject(2, idOf(community));
            statement.executeUpdate();
        }
    }
}
