package io.cofound.community.consent;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentAnswerTest {

    private static final String OLD = "2025-01";
    private static final String CURRENT = "2026-11";

    @Test
    void what_was_never_answered_is_not_consented_to() {
        ConsentAnswer answer = first(new ConsentChange(null, true, null), CURRENT);

        assertThat(answer.recommendation).isFalse();
        assertThat(answer.externalProcessing).isTrue();
        assertThat(answer.analytics).isFalse();
    }

    @Test
    void what_a_change_leaves_out_stays() {
        ConsentAnswer answer =
                first(new ConsentChange(true, true, null), CURRENT).then(new ConsentChange(null, false, null), CURRENT);

        assertThat(answer.recommendation).isTrue();
        assertThat(answer.externalProcessing).isFalse();
        assertThat(answer.revision).isEqualTo(2);
    }

    @Test
    void consent_under_an_older_policy_is_up_for_renewal_and_refusal_is_not() {
        assertThat(first(new ConsentChange(true, false, false), OLD).needsRenewal(CURRENT))
                .isTrue();
        assertThat(first(new ConsentChange(false, false, false), OLD).needsRenewal(CURRENT))
                .isFalse();
        assertThat(first(new ConsentChange(true, false, false), CURRENT).needsRenewal(CURRENT))
                .isFalse();
    }

    @Test
    void to_withdraw_one_consent_does_not_renew_the_others() {
        ConsentAnswer answer =
                first(new ConsentChange(true, true, false), OLD).then(new ConsentChange(null, false, null), CURRENT);

        assertThat(answer.policyVersion).isEqualTo(OLD);
        assertThat(answer.needsRenewal(CURRENT)).isTrue();
    }

    @Test
    void all_that_was_consented_to_answered_anew_is_a_renewal() {
        ConsentAnswer answer =
                first(new ConsentChange(true, true, false), OLD).then(new ConsentChange(true, false, null), CURRENT);

        assertThat(answer.policyVersion).isEqualTo(CURRENT);
        assertThat(answer.needsRenewal(CURRENT)).isFalse();
    }

    private static ConsentAnswer first(ConsentChange change, String policy) {
        return ConsentAnswer.first(UUID.randomUUID(), change, policy);
    }
}
