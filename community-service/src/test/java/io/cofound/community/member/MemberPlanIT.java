package io.cofound.community.member;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import io.cofound.community.Explain;
import io.cofound.contracts.community.MemberRole;
import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Among 50,000 members nothing is looked for by reading them all. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class MemberPlanIT {

    private static final int PAGE = 21;
    private static final UUID SOMEBODY = UUID.fromString("ffffffff-ffff-4000-8000-000000000001");

    @BeforeEach
    void fill() throws SQLException {
        Crowd.gathers();
    }

    @Test
    void the_newest_members_are_a_range_of_an_index_on_every_page() throws SQLException {
        assertThat(Explain.plan(MemberRepository.LATEST, PAGE))
                .contains("member_latest")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(Explain.plan(MemberRepository.LATEST_AFTER, PAGE, Instant.now(), SOMEBODY))
                .contains("member_latest")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void few_are_found_by_their_terms() throws SQLException {
        for (String text : new String[] {"crowd7777", "crowd77 quantum"}) {
            String[] terms = SearchTerms.sought(null, null, text);
            assertThat(Explain.plan(MemberRepository.SEARCH, PAGE, terms))
                    .contains("member_search")
                    .doesNotContain("Seq Scan");
            assertThat(Explain.plan(MemberRepository.SEARCH_AFTER, PAGE, terms, Instant.now(), SOMEBODY))
                    .doesNotContain("Seq Scan");
        }
    }

    @Test
    void many_are_found_without_reading_all() throws SQLException {
        for (String[] terms : new String[][] {
            SearchTerms.sought(null, MemberRole.FOUNDER, null),
            SearchTerms.sought("ai", null, null),
            SearchTerms.sought("ai", MemberRole.FOUNDER, "crowd"),
            SearchTerms.sought(null, null, "群众七"),
            SearchTerms.sought(null, null, "nobody has this"),
        }) {
            assertThat(Explain.plan(MemberRepository.SEARCH, PAGE, terms)).doesNotContain("Seq Scan");
            assertThat(Explain.plan(MemberRepository.SEARCH_AFTER, PAGE, terms, Instant.now(), SOMEBODY))
                    .doesNotContain("Seq Scan");
        }
    }

    @Test
    void a_member_and_those_around_are_reached_by_their_ids() throws SQLException {
        UUID other = Crowd.member(2);
        assertThat(Explain.plan(MemberRepository.IS_ERASED, other)).doesNotContain("Seq Scan");
        assertThat(Explain.plan(FollowCounters.HOLD_BOTH, Crowd.member(1), other))
                .doesNotContain("Seq Scan");
        assertThat(Explain.plan(FollowCounters.HOLD_ALL_AROUND, other)).doesNotContain("Seq Scan");
        assertThat(Explain.plan(FollowCounters.COUNT, Crowd.member(1), other, 1))
                .doesNotContain("Seq Scan");
        assertThat(Explain.plan(FollowCounters.DISCOUNT_FOLLOWED, other)).doesNotContain("Seq Scan");
        assertThat(Explain.plan(FollowCounters.DISCOUNT_FOLLOWERS, other)).doesNotContain("Seq Scan");
    }
}
