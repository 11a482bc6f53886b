package io.cofound.community.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cofound.community.churn.Churn;

/**
 * How a community is doing. Somebody is active who published a post or a comment, took a seat at a meetup or came to one;
 * joining alone is not activity. Days and hours are UTC's: communities have no time zone. Shares are from 0 to 1, and
 * null where there is nothing to divide by.
 *
 * @param from first day of the twelve weeks that all figures without a window of their own are about
 * @param until last day of all windows
 * @param timeZone of all days and hours
 * @param dailyActive members active on the last day
 * @param weeklyActive members active on the last 7 days
 * @param monthlyActive members active on the last 30 days
 * @param stickiness members active on a day, averaged over the last 30 days, by {@code monthlyActive}
 * @param weeks twelve of seven days, the oldest first
 * @param cohorts one for each of these weeks
 * @param activityByHour what members did, by the hour of the day from 0 to 23
 */
record Insights(
        UUID communityId,
        LocalDate from,
        LocalDate until,
        String timeZone,
        int dailyActive,
        int weeklyActive,
        int monthlyActive,
        Double stickiness,
        List<Week> weeks,
        List<Cohort> cohorts,
        Questions questions,
        Posts posts,
        Contributions contributions,
        long[] activityByHour,
        Churn churn) {

    /**
     * Members in seven days. Those active are the new, the returning and those who were active in the week before, too.
     *
     * @param newcomers whose first activity in the community ever is in this week
     * @param returning active now, not in the week before, and at some time earlier
     * @param lost active in the week before and not now
     */
    record Week(
            LocalDate from,
            LocalDate until,
            int active,
            @JsonProperty("new") int newcomers,
            int returning,
            int lost) {}

    /**
     * Members by the week of their first joining, whether or not they left since.
     *
     * @param activeShare share of them active in the week of joining, the week after and so on to the last of the twelve;
     *     empty where nobody joined
     */
    record Cohort(LocalDate from, LocalDate until, int joined, List<Double> activeShare) {}

    /**
     * Posts of type QUESTION that became visible in the twelve weeks and are not removed. The first comment of another
     * member is the answer, if it came until the last day.
     *
     * @param medianSecondsToAnswer between becoming visible and the answer, of those answered; interpolated
     * @param p90SecondsToAnswer what nine of ten answers took at most; interpolated
     */
    record Questions(
            int asked, int answered, Double unansweredShare, Double medianSecondsToAnswer, Double p90SecondsToAnswer) {}

    /**
     * Posts of every type that became visible in the twelve weeks and are not removed.
     *
     * @param unanswered no other member commented on until the last day
     */
    record Posts(int published, int unanswered, Double unansweredShare) {}

    /**
     * Posts and comments of the twelve weeks, those removed since, too.
     *
     * @param contributors members with at least one
     * @param gini how unevenly they are spread over the contributors: 0 is evenly, towards 1 nearly all are one's
     */
    record Contributions(int contributors, long published, Double gini) {}
}
