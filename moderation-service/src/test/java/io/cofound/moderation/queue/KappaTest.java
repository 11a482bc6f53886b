package io.cofound.moderation.queue;

import java.util.List;

import io.cofound.contracts.moderation.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class KappaTest {

    /** The example of Cohen's paper has three categories; this one, of two, is in every textbook: .4 of 50 proposals. */
    @Test
    void corrects_agreement_for_chance() {
        Kappa kappa = Kappa.of(List.of(
                new Kappa.Count(Label.OK, Label.OK, 20),
                new Kappa.Count(Label.OK, Label.SPAM, 5),
                new Kappa.Count(Label.SPAM, Label.OK, 10),
                new Kappa.Count(Label.SPAM, Label.SPAM, 15)));

        assertThat(kappa.pairs()).isEqualTo(50);
        assertThat(kappa.agreement()).isCloseTo(0.7, within(1e-9));
        assertThat(kappa.kappa()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void says_nothing_where_chance_explains_everything() {
        assertThat(Kappa.of(List.of()).kappa()).isNull();
        assertThat(Kappa.of(List.of(new Kappa.Count(Label.OK, Label.OK, 7))).kappa())
                .isNull();
    }
}
