package io.cofound.community.community;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import static io.cofound.community.Api.as;
import static io.cofound.community.Api.found;
import static io.cofound.community.Api.idOf;
import static io.cofound.community.Api.memberOf;
import static io.cofound.community.Api.newcomer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ExplainIT {

    private static final Pattern OURS =
            Pattern.compile("\\b(from|join) (community|membership|ban|join_request|invitation)\\b");

    @Inject
    DataSource database;

    @Test
    void no_read_of_communities_walks_through_a_whole_table() throws SQLException {
        UUID owner = newcomer();
        String community = found(owner, "");
        UUID member = memberOf(community);
        fill(idOf(community), owner);

        List<String> statements = new ArrayList<>(Explain.statements(() -> {
            as(owner).get("/api/v1/communities?limit=5").then().statusCode(200);
            nextPage(owner, "/api/v1/communities");
            given().get("/api/v1/communities").then().statusCode(200);
            as(member).get(community).then().statusCode(200);
            as(member).get(community + "/join-requests/me").then().statusCode(404);
            for (String list : List.of("/members", "/invitations", "/bans", "/join-requests")) {
                nextPage(owner, community + list);
            }
        }));

        // What runs by the clock meanwhile is none of these.
        statements.removeIf(statement -> !OURS.matcher(statement).find());

        assertThat(statements).hasSizeGreaterThan(10);
        assertThat(Explain.plan("select * from membership where revision = $1"))
                .as("a walk is seen as one")
                .contains("Seq Scan");
        SoftAssertions plans = new SoftAssertions();
        for (String statement : statements) {
            plans.assertThat(Explain.plan(statement)).as(statement).doesNotContain("Seq Scan");
        }
        plans.assertAll();
    }

    private static void nextPage(UUID reader, String list) {
        String cursor = as(reader)
                .get(list + "?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");
        as(reader).get(list + "?limit=2&cursor=" + cursor).then().statusCode(200);
    }

    /** 50,000 members in 2,000 communities, a tenth of them in the given one, which has all the rest as well. */
    private void fill(UUID community, UUID owner) throws SQLException {
        try (var connection = database.getConnection();
                var fill = connection.createStatement()) {
            connection.setAutoCommit(false);
            fill.execute("""
                    insert into member (id, revision, display_name, language, registered_at)
                    select gen_random_uuid(), 1, 'Member ' || n, 'en', now() - n * interval '1 minute'
                    from generate_series(1, 50000) n;
                    create temporary table person on commit drop as
                        select id, row_number() over (order by registered_at desc) n from member
                        where display_name like 'Member %';
                    insert into community (id, revision, name, description, visibility, joining, moderation, language,
                        owner_id, created_at, member_count)
                    select gen_random_uuid(), 1, 'Community ' || n, '', case n % 5 when 0 then 'HIDDEN' else 'PUBLIC' end,
                        'OPEN', 'PRE', 'en', id, now() - n * interval '1 minute', 23
                    from person where n <= 2000;
                    insert into membership (id, revision, community_id, member_id, role, active, since)
                    select gen_random_uuid(), 1, id, owner_id, 'OWNER', true, created_at from community
                    where name like 'Community %';
                    create temporary table place on commit drop as
                        select id, row_number() over () n from community where name like 'Community %';
                    insert into membership (id, revision, community_id, member_id, role, active, since)
                    select gen_random_uuid(), 1, place.id, person.id, 'MEMBER', true, now() - person.n * interval '1 second'
                    from person join place on place.n = person.n % 2000 + 1 where person.n > 2000;
                    """);
            for (String insert : List.of("""
                    insert into membership (id, revision, community_id, member_id, role, active, since)
                    select gen_random_uuid(), 1, '%1', id, 'MEMBER', true, now() - n * interval '1 second'
                    from person where n % 10 = 0
                    """, """
                    insert into ban (id, community_id, member_id, reason, banned_by, banned_at)
                    select gen_random_uuid(), case when n % 2 = 0 then '%1'::uuid else (select id from place where
                        place.n = person.n % 2000 + 1) end, id, 'Spam', '%2', now() - n * interval '1 second'
                    from person where n % 10 in (1, 2)
                    """, """
                    insert into join_request (id, revision, community_id, member_id, state, asked_at)
                    select gen_random_uuid(), 1, case when n % 2 = 0 then '%1'::uuid else (select id from place where
                        place.n = person.n % 2000 + 1) end, id, 'PENDING', now() - n * interval '1 second'
                    from person where n % 10 in (3, 4)
                    """, """
                    insert into invitation (id, community_id, role, code_hash, uses, used, expires_at, created_by, created_at)
                    select gen_random_uuid(), case when n % 20 = 5 then '%1'::uuid else (select id from place where
                        place.n = person.n % 2000 + 1) end, 'MEMBER', sha256(id::text::bytea), 25, 0, now(), '%2', now()
                    from person where n % 10 = 5
                    """)) {
                fill.execute(insert.replace("%1", community.toString()).replace("%2", owner.toString()));
            }
            connection.commit();
            connection.setAutoCommit(true);
            fill.execute("analyze");
        }
    }
}
