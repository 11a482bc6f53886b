package io.cofound.community.churn;

import java.util.UUID;

/**
 * A member as they were on a day of the past.
 *
 * @param churned whether there was no activity in the 30 days from that day on
 */
record Snapshot(UUID memberId, Behaviour behaviour, boolean churned) {}
