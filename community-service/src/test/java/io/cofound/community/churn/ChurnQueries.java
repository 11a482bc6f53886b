package io.cofound.community.churn;

/** Lets the tests of other features see the queries. */
public final class ChurnQueries {

    public static final String IN_COMMUNITY = BehaviourRepository.IN_COMMUNITY;

    private ChurnQueries() {}
}
