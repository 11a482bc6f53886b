package io.cofound.moderation.queue;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResolutionTest {

    @Test
    void a_refusal_without_a_label_takes_the_one_that_was_found() {
        assertThat(of(null, Action.REJECT).labelOn(Label.SCAM)).isEqualTo(Label.SCAM);
        assertThat(of(null, Action.PUBLISH).labelOn(Label.SCAM)).isEqualTo(Label.OK);
    }

    @Test
    void what_was_found_to_be_fit_cannot_be_refused_without_saying_why() {
        assertThatThrownBy(() -> of(null, Action.REJECT).labelOn(Label.OK)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void evidence_is_copied_from_the_text() {
        Resolution quoting = new Resolution(Label.SPAM, Action.REJECT, "buy now", null, null);

        assertThat(quoting.evidenceIn("So: buy now!")).isEqualTo("buy now");
        assertThatThrownBy(() -> quoting.evidenceIn("sold out")).isInstanceOf(HttpProblem.class);
        assertThat(quoting.evidenceIn(null)).isEmpty();
    }

    private static Resolution of(Label label, Action action) {
        return new Resolution(label, action, null, null, null);
    }
}
