package io.cofound.moderation.decision;

import io.cofound.moderation.decision.DecisionView.Versions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionsTest {

    @Test
    void the_shipped_model_is_named_and_so_is_one_that_was_learnt() {
        assertThat(Versions.of("local-3f2a+rules-7+ruleset-12"))
                .isEqualTo(new Versions("local-3f2a", "rules-7", "ruleset-12", null, null));
        assertThat(Versions.of("learnt-4+rules-7+ruleset-12"))
                .isEqualTo(new Versions("learnt-4", "rules-7", "ruleset-12", null, null));
    }

    @Test
    void the_language_model_is_not_taken_for_the_local_one() {
        assertThat(Versions.of("learnt-4+rules-7+ruleset-12+claude-haiku-4-5+prompt-2"))
                .isEqualTo(new Versions("learnt-4", "rules-7", "ruleset-12", "claude-haiku-4-5", "prompt-2"));
    }

    @Test
    void where_a_rule_of_people_decided_no_model_had_a_part() {
        assertThat(Versions.of("rule-0198c1f0-8e0a-7000-8000-000000000001+ruleset-12"))
                .isEqualTo(new Versions(null, null, "ruleset-12", null, null));
    }
}
