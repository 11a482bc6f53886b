package io.cofound.community.community;

import io.cofound.contracts.community.CommunityRole;
import io.quarkiverse.resteasy.problem.HttpProblem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

class RankProperties {

    @Property
    void of_two_roles_at_most_one_is_above_the_other(@ForAll CommunityRole one, @ForAll CommunityRole other) {
        assertThat(isAbove(one, other) && isAbove(other, one)).isFalse();
        assertThat(isAbove(one, other) || isAbove(other, one)).isEqualTo(one != other);
    }

    @Property
    void nobody_is_above_the_owner_and_a_member_above_nobody(@ForAll CommunityRole role) {
        assertThat(isAbove(role, CommunityRole.OWNER)).isFalse();
        assertThat(isAbove(CommunityRole.MEMBER, role)).isFalse();
    }

    private static boolean isAbove(CommunityRole one, CommunityRole other) {
        try {
            Memberships.requireAbove(one, other);
            return true;
        } catch (HttpProblem refusal) {
            return false;
        }
    }
}
