package io.cofound.community.churn;

/** Reads the risk from what a member did. */
sealed interface ChurnModel permits LearnedModel, PlainRules {

    /** Log-odds of the risk before anything is known of a member. */
    double base();

    Assessment assess(Behaviour behaviour);
}
