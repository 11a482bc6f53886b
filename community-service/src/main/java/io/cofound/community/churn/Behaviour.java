package io.cofound.community.churn;

/**
 * What a member did in a community until a day, that day not included. Counts without another window are of the 90 days
 * before it.
 *
 * @param idleDays since the last activity, or since joining where there was none; at least 1
 * @param activeDays30 days with activity of the last 30
 * @param activeDays90 days with activity of the last 90
 * @param seats seats taken at meetups
 * @param visits meetups come to
 * @param membershipDays since the latest joining
 * @param answeredPosts own posts that another member commented on
 * @param ignoredPosts own posts that no other member commented on
 */
record Behaviour(
        int idleDays,
        int activeDays30,
        int activeDays90,
        int posts,
        int comments,
        int seats,
        int visits,
        int membershipDays,
        int answeredPosts,
        int ignoredPosts) {

    int kinds() {
        return (posts > 0 ? 1 : 0) + (comments > 0 ? 1 : 0) + (seats > 0 ? 1 : 0) + (visits > 0 ? 1 : 0);
    }
}
