package io.cofound.community.follow;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import io.cofound.community.Explain;
import io.cofound.community.member.Crowd;
import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Among 100,000 follows none is looked for by reading them all. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class FollowPlanIT {

    private static final int PAGE = 21;

    @BeforeEach
    void fill() throws SQLException {
        Crowd.gathers();
    }

    @Test
    void whom_one_follows_is_a_range_of_an_index() throws SQLException {
        UUID follower = Crowd.member(1);

        assertThat(Explain.plan(FollowRepository.FOLLOWING, PAGE, follower))
                .contains("follow_of_follower")
                .doesNotContain("Seq Scan");
        assertThat(Explain.plan(FollowRepository.FOLLOWING_AFTER, PAGE, follower, Instant.now(), follower))
                .contains("follow_of_follower")
                .doesNotContain("Seq Scan");
    }

    @Test
    void a_follow_and_all_around_a_member_are_found_by_index() throws SQLException {
        UUID member = Crowd.member(1);

        assertThat(Explain.plan(FollowRepository.BETWEEN, member, Crowd.member(8)))
                .doesNotContain("Seq Scan");
        assertThat(Explain.plan(FollowRepository.ALL_OF, member)).doesNotContain("Seq Scan");
        assertThat(Explain.plan(FollowRepository.DELETE_AROUND, member)).doesNotContain("Seq Scan");
    }
}
