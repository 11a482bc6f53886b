package io.cofound.moderation.learning;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How models are learnt from what moderators decide, and what keeps a worse one away. See docs/moderation-learning.md. */
@ConfigMapping(prefix = "cofound.moderation.learning")
interface LearningConfig {

    /** How often every instance looks which model is live, and writes down what it counted. */
    @WithDefault("3s")
    Duration lookAfter();

    /** With fewer texts that people ruled on nothing is learnt. */
    @WithDefault("50")
    int atLeast();

    /** Of more the newest are taken. */
    @WithDefault("20000")
    int atMost();

    /** Decisions of this time are judged again. */
    @WithDefault("P30D")
    Duration replay();

    /** Of more the newest are judged again. */
    @WithDefault("5000")
    int replayAtMost();

    /** A training whose process gives no sign for this long has failed. */
    @WithDefault("60s")
    Duration lease();

    /** Texts that a version judges beside the live one before it may be live. */
    @WithDefault("100")
    int shadowAtLeast();

    Margins onDecisions();

    FixedMargins onHoldOut();

    DriftConfig drift();

    /** How much worse a version may be on decisions that it did not learn, in all and in a language. */
    interface Margins {

        @WithDefault("0")
        double macroF1MayFall();

        @WithDefault("0.01")
        double heldMayRise();

        @WithDefault("0.02")
        double publishedMayRise();

        /** Held-out texts of a language from which it is compared by itself, too; of fewer, one is more than a margin. */
        @WithDefault("200")
        int languageAtLeast();
    }

    /** As {@link Margins}, on the texts that no version learns. */
    interface FixedMargins {

        @WithDefault("0.01")
        double macroF1MayFall();

        @WithDefault("0.01")
        double heldMayRise();

        @WithDefault("0.02")
        double publishedMayRise();
    }

    /** When what comes in, or what is thought of it, is no longer what it was. */
    interface DriftConfig {

        @WithDefault("0.2")
        double alarmAbove();

        /** Of fewer texts nothing is said. */
        @WithDefault("100")
        long atLeast();

        @WithDefault("10m")
        Duration lookAfter();

        @WithDefault("P40D")
        Duration kept();
    }
}
