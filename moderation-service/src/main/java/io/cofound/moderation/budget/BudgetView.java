package io.cofound.moderation.budget;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What language models may cost and did; money in millionths of the currency.
 *
 * @param day in UTC
 * @param community null where none was asked for
 */
record BudgetView(String currency, LocalDate day, Day platform, Day community) {

    /**
     * One scope's day.
     *
     * @param communityId null for the whole platform
     * @param spentMicros with what is set aside for calls under way
     */
    record Day(UUID communityId, long limitMicros, long spentMicros, long calls) {}
}
