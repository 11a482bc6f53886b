package io.cofound.community.insight;

import java.time.LocalDate;

/**
 * Whole days in UTC that figures are about. Weeks are not those of a calendar: the last one ends with {@code until}.
 *
 * @param until the last day
 */
record Window(LocalDate until) {

    static final int WEEKS = 12;
    static final int DAYS_OF_WEEK = 7;
    static final int DAYS_OF_MONTH = 30;

    /** The day after the last. */
    LocalDate end() {
        return until.plusDays(1);
    }

    LocalDate monthStart() {
        return end().minusDays(DAYS_OF_MONTH);
    }

    /** Of the first of the twelve weeks. */
    LocalDate start() {
        return weekStart(0);
    }

    /** @param week from 0 to 11; -1 is the week before the first */
    LocalDate weekStart(int week) {
        return end().minusDays((long) DAYS_OF_WEEK * (WEEKS - week));
    }

    LocalDate weekUntil(int week) {
        return weekStart(week + 1).minusDays(1);
    }
}
