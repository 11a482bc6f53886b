package io.cofound.community.joinrequest;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JoinRequestTest {

    private static final UUID MODERATOR = UUID.randomUUID();

    private final JoinRequest request = new JoinRequest(UUID.randomUUID(), UUID.randomUUID(), "Hello");

    @Test
    void a_declined_one_may_be_made_again_after_a_week_and_forgets_the_answer() {
        request.answer(JoinRequestState.DECLINED, MODERATOR, "Not yet");
        request.answeredAt = Instant.now().minus(Duration.ofDays(7));

        request.askAgain("Now?");

        assertThat(request.isPending()).isTrue();
        assertThat(request.message).isEqualTo("Now?");
        assertThat(request.reason).isNull();
        assertThat(request.answeredBy).isNull();
    }

    @Test
    void a_declined_one_may_not_be_made_again_within_the_week() {
        request.answer(JoinRequestState.DECLINED, MODERATOR, "Not yet");
        request.answeredAt = Instant.now().minus(Duration.ofDays(6));

        HttpProblem refusal = catchThrowableOfType(HttpProblem.class, () -> request.askAgain("Now?"));

        assertThat(refusal.getStatusCode()).isEqualTo(409);
        assertThat(refusal.getParameters())
                .containsEntry(
                        "askAgainAt",
                        request.answeredAt.plus(Duration.ofDays(7)).toString());
    }

    @Test
    void who_left_after_being_accepted_may_ask_at_once() {
        request.answer(JoinRequestState.ACCEPTED, MODERATOR, null);

        request.askAgain("I am back");

        assertThat(request.isPending()).isTrue();
    }

    @Test
    void an_answer_counts_once() {
        request.answer(JoinRequestState.ACCEPTED, MODERATOR, null);

        HttpProblem refusal = catchThrowableOfType(
                HttpProblem.class, () -> request.answer(JoinRequestState.DECLINED, MODERATOR, null));

        assertThat(refusal.getStatusCode()).isEqualTo(409);
    }
}
