package io.cofound.community.trust;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Every number of the trust rule. They are choices and measured on nobody: an accepted post is the unit, and the others
 * say how many of those a thing is worth. Their reasons are in docs/trust.md.
 */
@ConfigMapping(prefix = "cofound.trust")
public interface TrustConfig {

    /**
     * After how long a signal counts half. One for all, good and bad: with a shorter one for bad deeds, a member would
     * gain trust by doing nothing. A quarter of a year, so that a member who pauses for a holiday keeps the level and
     * one who left a year ago (a sixteenth) does not.
     */
    @WithDefault("P90D")
    Duration halfLife();

    Weights weights();

    /**
     * Least score of levels 1 to 4, above zero and ascending. Level 1 is one accepted post within a half-life; who posts
     * every month settles between 3.8 and 4.8, every other week between 8.8 and 9.8, every week between 18 and 19.
     */
    @WithDefault("0.5,3,8,16")
    List<Double> scores();

    /** Least time since registration for levels 1 to 4, ascending: no burst on the first day makes an old hand. */
    @WithDefault("PT0S,P14D,P60D,P180D")
    List<Duration> ages();

    /** Least number of different days (UTC) with a good signal for levels 1 to 4, ascending, for the same reason. */
    @WithDefault("1,3,10,30")
    List<Integer> activeDays();

    Cap cap();

    /** What one signal of each kind adds before it fades. */
    interface Weights {

        /** The unit. */
        @WithDefault("1")
        double acceptedPost();

        /** One refusal undoes two accepted posts: readers, or a moderator, paid for it. */
        @WithDefault("-2")
        double rejectedPost();

        /** Showing up proves a person, not judgement. */
        @WithDefault("0.5")
        double keptRegistration();

        /** Somebody on the waitlist missed the seat. Who comes to less than two of three gains nothing. */
        @WithDefault("-1")
        double missedRegistration();

        /** Helpful, and easy to arrange with a friend. */
        @WithDefault("0.5")
        double upheldReport();

        /** Published, seen and found harmful by two people. */
        @WithDefault("-4")
        double reportedText();
    }

    /** Fresh harm outweighs any history for a while. */
    interface Cap {

        /** Highest level while the cap holds. */
        @WithDefault("1")
        int level();

        /** How far back it looks. */
        @WithDefault("P30D")
        Duration window();

        /** Own texts reported and upheld within the window that set the cap; at least 1. */
        @WithDefault("1")
        int reportedTexts();

        /** Refused posts within the window that set the cap; at least 1. One can be a mistake of the machine. */
        @WithDefault("3")
        int rejectedPosts();
    }
}
